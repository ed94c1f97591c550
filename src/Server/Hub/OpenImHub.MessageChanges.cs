using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    public Task RevokeMessage(string conversationID, string clientMsgID) =>
        Answer(Session.RevokeMessage(conversationID, clientMsgID, Aborted));

    public Task DeleteMessage(string conversationID, string clientMsgID) =>
        Answer(Session.DeleteMessages(conversationID, [clientMsgID], onServer: true, tellOwnDevices: false, Aborted));

    public Task DeleteMessages(DeleteMessagesReq req) => Answer(Session.DeleteMessages(
        req.ConversationID, req.ClientMsgIDs ?? [], onServer: true, tellOwnDevices: req.IsSync, Aborted));

    public Task DeleteMessageFromLocalStorage(string conversationID, string clientMsgID) =>
        Answer(Session.DeleteMessages(conversationID, [clientMsgID], onServer: false, tellOwnDevices: false, Aborted));

    public Task DeleteAllMsgFromLocal() => Answer(Session.DeleteAllMsgFromLocal(Aborted));

    public Task DeleteAllMsgFromLocalAndSvr() => Answer(Session.DeleteAllMsgFromLocalAndSvr(Aborted));

    /// <summary>One conversation of <see cref="DeleteAllMsgFromLocal"/>, as version 2 had it.</summary>
    public Task DeleteConversationMsgFromLocal(string conversationID) =>
        Answer(Session.DeleteConversationMsgFromLocal(conversationID, Aborted));

    public Task<MsgStruct> InsertSingleMessageToLocalStorage(MsgStruct message, string recvID, string sendID) =>
        Answer(Session.InsertSingleMessageToLocalStorage(message, recvID, sendID, Aborted));

    public Task<MsgStruct> InsertGroupMessageToLocalStorage(MsgStruct message, string groupID, string sendID) =>
        Answer(Session.InsertGroupMessageToLocalStorage(message, groupID, sendID, Aborted));

    public Task SetMessageLocalEx(string conversationID, string clientMsgID, string localEx) =>
        Answer(Session.SetMessageLocalEx(conversationID, clientMsgID, localEx, Aborted));

    public Task SetMessageLocalContent(string conversationID, MsgStruct message) =>
        Answer(Session.SetMessageLocalContent(conversationID, message, Aborted));
}
