using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    /// <summary>What stands for everybody among the mentioned users of a message.</summary>
    private const string AtAllTag = "AtAllTag";

    public Task<IReadOnlyList<LocalConversation>> GetAllConversationList() => Answer(Session.GetAllConversationList(Aborted));

    public Task<IReadOnlyList<LocalConversation>> GetConversationListSplit(int offset, int count) =>
        Answer(Session.GetConversationListSplit(offset, count, Aborted));

    public Task<LocalConversation> GetOneConversation(int sessionType, string sourceID) =>
        Answer(Session.GetOneConversation(sessionType, sourceID, Aborted));

    public Task<IReadOnlyList<LocalConversation>> GetMultipleConversation(IReadOnlyList<string> conversationIDs) =>
        Answer(Session.GetMultipleConversation(conversationIDs, Aborted));

    public Task<IReadOnlyList<GetConversationRecvMessageOptResp>> GetConversationRecvMessageOpt(
        IReadOnlyList<string> conversationIDs) =>
        Answer(Session.GetConversationRecvMessageOpt(conversationIDs, Aborted));

    public Task<int> GetTotalUnreadMsgCount() => Answer(Session.GetTotalUnreadMsgCount(Aborted));

    public string GetAtAllTag()
    {
        _ = Session;
        return AtAllTag;
    }

    public Task<string> GetConversationIDBySessionType(string sourceID, int sessionType) =>
        Answer(Session.GetConversationIDBySessionType(sourceID, sessionType));

    public Task MarkConversationMessageAsRead(string conversationID) =>
        Answer(Session.MarkConversationMessageAsRead(conversationID, Aborted));

    public Task MarkAllConversationMessageAsRead() => Answer(Session.MarkAllConversationMessageAsRead(Aborted));

    public Task MarkMessagesAsReadByMsgID(string conversationID, IReadOnlyList<string> clientMsgIDs) =>
        Answer(Session.MarkMessagesAsReadByMsgID(conversationID, clientMsgIDs, Aborted));

    public Task ChangeInputStates(string conversationID, bool focus) =>
        Answer(Session.ChangeInputStates(conversationID, focus, Aborted));

    public Task<IReadOnlyList<int>> GetInputStates(string conversationID, string userID) =>
        Answer(Session.GetInputStates(conversationID, userID));
}
