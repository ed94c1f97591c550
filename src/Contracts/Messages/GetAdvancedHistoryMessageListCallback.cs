using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's <c>GetAdvancedHistoryMessageListCallback</c> of the v3.8 SDK, key for key.</summary>
public sealed record GetAdvancedHistoryMessageListCallback
{
    [JsonPropertyName("messageList")]
    public IReadOnlyList<MsgStruct>? MessageList { get; init; }

    [JsonPropertyName("isEnd")]
    public bool IsEnd { get; init; }

    [JsonPropertyName("errCode")]
    public int ErrCode { get; init; }

    [JsonPropertyName("errMsg")]
    public string ErrMsg { get; init => field = value ?? ""; } = "";
}
