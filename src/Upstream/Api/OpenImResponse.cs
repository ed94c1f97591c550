using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// The envelope of every REST answer. <c>data</c> is absent on errors and when there is nothing to say.
/// </summary>
public sealed record OpenImResponse<T>
{
    [JsonPropertyName("errCode")]
    public int ErrCode { get; init; }

    [JsonPropertyName("errMsg")]
    public string ErrMsg { get; init; } = "";

    [JsonPropertyName("errDlt")]
    public string ErrDlt { get; init; } = "";

    /// <summary>The error's name and its detail, as clients may see them.</summary>
    [JsonIgnore]
    public string Text => ErrorText.Of(ErrCode, ErrMsg, ErrDlt);

    [JsonPropertyName("data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public T? Data { get; init; }
}
