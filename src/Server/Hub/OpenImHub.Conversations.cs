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

    // These two always answer; after a logout there is nobody to mention.
    public string GetAtAllTag() => Client.LoggedIn ? AtAllTag : "";

    public Task<string> GetConversationIDBySessionType(string sourceID, int sessionType) =>
        Answer(Client.Grain.GetConversationIDBySessionType(sourceID, sessionType));

    public Task<IReadOnlyList<Conversation>> SearchConversation(string keyword) => Answer(Session.SearchConversation(keyword, Aborted));

    public Task SetConversationDraft(string conversationID, string draftText) =>
        Answer(Session.SetConversationDraft(conversationID, draftText, Aborted));

    public Task HideConversation(string conversationID) => Answer(Session.HideConversation(conversationID, Aborted));

    public Task HideAllConversations() => Answer(Session.HideAllConversations(Aborted));

    /// <summary>The name that version 2 had for <see cref="HideConversation"/>.</summary>
    public Task DeleteConversation(string conversationID) => HideConversation(conversationID);

    /// <summary>The name that version 2 had for <see cref="HideAllConversations"/>.</summary>
    public Task DeleteAllConversationFromLocal() => HideAllConversations();

    /// <summary>As a client of version 3 misspells <see cref="HideAllConversations"/>.</summary>
    public Task HideAllConversation() => HideAllConversations();

    // The SDKs before 3.8 had the server tell the user's other devices.
    public Task ClearConversationAndDeleteAllMsg(string conversationID) =>
        Answer(Session.ClearConversationAndDeleteAllMsg(conversationID, IsLegacyClient, Aborted));

    public Task DeleteConversationAndDeleteAllMsg(string conversationID) =>
        Answer(Session.DeleteConversationAndDeleteAllMsg(conversationID, IsLegacyClient, Aborted));

    public Task MarkConversationMessageAsRead(string conversationID) =>
        Answer(Session.MarkConversationMessageAsRead(conversationID, onlyUnread: false, Aborted));

    public Task MarkAllConversationMessageAsRead() => Answer(Session.MarkAllConversationMessageAsRead(Aborted));

    public Task MarkMessagesAsReadByMsgID(string conversationID, IReadOnlyList<string> clientMsgIDs) =>
        Answer(Session.MarkMessagesAsReadByMsgID(conversationID, clientMsgIDs, Aborted));

    public Task ChangeInputStates(string conversationID, bool focus) =>
        Answer(Session.ChangeInputStates(conversationID, focus, Aborted));

    public Task<IReadOnlyList<int>> GetInputStates(string conversationID, string userID) =>
        Answer(Session.GetInputStates(conversationID, userID));
}
