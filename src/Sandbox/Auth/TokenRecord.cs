using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>A token as it is kept, by its text.</summary>
/// <param name="Claims">What it says.</param>
/// <param name="State">What became of it.</param>
/// <param name="ForgottenAt">When it stops being known; null: when a later one is made.</param>
internal sealed partial record TokenRecord(TokenClaims Claims, TokenState State, DateTimeOffset? ForgottenAt)
{
    public static RecordTable<TokenRecord> Table { get; } =
        RecordTable.OfJson("tokens", TokenRecordJson.Default.TokenRecord);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(TokenRecord))]
    private sealed partial class TokenRecordJson : JsonSerializerContext;
}
