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

    public Task<GetAdvancedHistoryMessageListCallback> GetHistoryMessageListReverse(
        GetHistoryMessageListReverseReq req) =>
        Answer(Session.GetHistoryMessageListReverse(req, Aborted));

    public Task<FetchSurroundingMessagesResp> FetchSurroundingMessages(FetchSurroundingMessagesReq req) =>
        Answer(Session.FetchSurroundingMessages(req, Aborted));

    public Task<FindMessageListCallback> FindMessageList(IReadOnlyList<ConversationArgs> options) =>
        Answer(Session.FindMessageList(options, Aborted));

    public Task<SearchLocalMessagesCallback> SearchLocalMessages(SearchLocalMessagesParams param) =>
        Answer(Session.SearchLocalMessages(param, Aborted));

    private Task<MsgStruct> InOrder(string recvID, string groupID, Func<ISessionGrain, Task<Result<MsgStruct>>> send)
    {
        var session = Session;
        return Answer(Client.Sends.Run(groupID.Length > 0 ? groupID : recvID, () => send(session)));
    }
}
