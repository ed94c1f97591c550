using System.Text.Json.Serialization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>A page of history as the v3.5 SDK has it: with <c>lastMinSeq</c>, the lowest seq of the page.</summary>
internal sealed class V3History(GetAdvancedHistoryMessageListCallback page)
{
    [JsonPropertyName("messageList")]
    public IReadOnlyList<MsgStruct> MessageList => page.MessageList ?? [];

    [JsonPropertyName("lastMinSeq")]
    public long LastMinSeq => MessageList.Select(message => message.Seq).DefaultIfEmpty().Min();

    [JsonPropertyName("isEnd")]
    public bool IsEnd => page.IsEnd;

    [JsonPropertyName("errCode")]
    public int ErrCode => page.ErrCode;

    [JsonPropertyName("errMsg")]
    public string ErrMsg => page.ErrMsg;
}
