using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<MsgStruct> SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly) =>
        Answer(Session.SendMessage(message, recvID, groupID, offlinePushInfo, isOnlineOnly, Aborted));

    public Task<MsgStruct> SendMessageNotOss(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly) =>
        Answer(Session.SendMessageNotOss(message, recvID, groupID, offlinePushInfo, isOnlineOnly, Aborted));

    public Task TypingStatusUpdate(string recvID, string msgTip) =>
        Answer(Session.TypingStatusUpdate(recvID, msgTip, Aborted));

    public Task<GetAdvancedHistoryMessageListCallback> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams options) =>
        Answer(Session.GetAdvancedHistoryMessageList(options, Aborted));

    public Task<GetAdvancedHistoryMessageListCallback> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams options) =>
        Answer(Session.GetAdvancedHistoryMessageListReverse(options, Aborted));
}
