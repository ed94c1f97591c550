using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task<MsgStruct> SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly) =>
        InOrder(recvID, groupID, session =>
            session.SendMessage(message, recvID, groupID, offlinePushInfo, isOnlineOnly, Aborted));

    public Task<MsgStruct> SendMessageNotOss(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly) =>
        InOrder(recvID, groupID, session =>
            session.SendMessageNotOss(message, recvID, groupID, offlinePushInfo, isOnlineOnly, Aborted));

    public Task TypingStatusUpdate(string recvID, string msgTip) =>
        Answer(Session.TypingStatusUpdate(recvID, msgTip, Aborted));

    public Task<GetAdvancedHistoryMessageListCallback> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams options) =>
        Answer(Session.GetAdvancedHistoryMessageList(options, Aborted));

    public Task<GetAdvancedHistoryMessageListCallback> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams options) =>
        Answer(Session.GetAdvancedHistoryMessageListReverse(options, Aborted));

    private Task<MsgStruct> InOrder(string recvID, string groupID, Func<ISessionGrain, Task<Result<MsgStruct>>> send)
    {
        var session = Session;
        return Answer(Client.Sends.Run(groupID.Length > 0 ? groupID : recvID, () => send(session)));
    }
}
