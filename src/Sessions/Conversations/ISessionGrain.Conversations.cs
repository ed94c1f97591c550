using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetAllConversationList")]
    Task<Result<IReadOnlyList<LocalConversation>>> GetAllConversationList(CancellationToken cancellationToken);

    [Alias("GetConversationListSplit")]
    Task<Result<IReadOnlyList<LocalConversation>>> GetConversationListSplit(
        int offset, int count, CancellationToken cancellationToken);

    [Alias("GetOneConversation")]
    Task<Result<LocalConversation>> GetOneConversation(
        int sessionType, string sourceID, CancellationToken cancellationToken);

    [Alias("GetMultipleConversation")]
    Task<Result<IReadOnlyList<LocalConversation>>> GetMultipleConversation(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken);

    [Alias("GetConversationRecvMessageOpt")]
    Task<Result<IReadOnlyList<GetConversationRecvMessageOptResp>>> GetConversationRecvMessageOpt(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken);

    [Alias("GetTotalUnreadMsgCount")]
    Task<Result<int>> GetTotalUnreadMsgCount(CancellationToken cancellationToken);

    [Alias("GetConversationIDBySessionType")]
    ValueTask<Result<string>> GetConversationIDBySessionType(string sourceID, int sessionType);

    /// <summary>What is null in <paramref name="request"/> stays as it is.</summary>
    [Alias("SetConversation")]
    Task<Result> SetConversation(string conversationID, ConversationReq request, CancellationToken cancellationToken);

    /// <summary>An empty text takes the draft away; any other makes a hidden conversation visible.</summary>
    [Alias("SetConversationDraft")]
    Task<Result> SetConversationDraft(string conversationID, string draftText, CancellationToken cancellationToken);

    /// <summary>The conversation comes back with its next message. Nobody is told.</summary>
    [Alias("HideConversation")]
    Task<Result> HideConversation(string conversationID, CancellationToken cancellationToken);

    [Alias("HideAllConversations")]
    Task<Result> HideAllConversations(CancellationToken cancellationToken);

    /// <summary>Takes the user's history of a conversation away, here and on the server; the row stays.</summary>
    /// <param name="conversationID">The conversation.</param>
    /// <param name="tellOwnDevices">Whether the user's other devices clear it too, as before v3.8.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [Alias("ClearConversationAndDeleteAllMsg")]
    Task<Result> ClearConversationAndDeleteAllMsg(
        string conversationID, bool tellOwnDevices, CancellationToken cancellationToken);

    /// <summary>As <see cref="ClearConversationAndDeleteAllMsg"/>, and hides the row.</summary>
    [Alias("DeleteConversationAndDeleteAllMsg")]
    Task<Result> DeleteConversationAndDeleteAllMsg(
        string conversationID, bool tellOwnDevices, CancellationToken cancellationToken);

    /// <summary>
    /// The conversations whose name contains a text, whatever its case, hidden ones included, the latest first.
    /// </summary>
    [Alias("SearchConversation")]
    Task<Result<IReadOnlyList<Conversation>>> SearchConversation(string keyword, CancellationToken cancellationToken);

    [Alias("MarkConversationMessageAsRead")]
    Task<Result> MarkConversationMessageAsRead(
        string conversationID, bool onlyUnread, CancellationToken cancellationToken);

    [Alias("MarkAllConversationMessageAsRead")]
    Task<Result> MarkAllConversationMessageAsRead(CancellationToken cancellationToken);

    [Alias("MarkMessagesAsReadByMsgID")]
    Task<Result> MarkMessagesAsReadByMsgID(
        string conversationID, IReadOnlyList<string> clientMsgIDs, CancellationToken cancellationToken);
}
