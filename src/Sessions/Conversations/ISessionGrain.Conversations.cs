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

    [Alias("MarkConversationMessageAsRead")]
    Task<Result> MarkConversationMessageAsRead(string conversationID, CancellationToken cancellationToken);

    [Alias("MarkAllConversationMessageAsRead")]
    Task<Result> MarkAllConversationMessageAsRead(CancellationToken cancellationToken);

    [Alias("MarkMessagesAsReadByMsgID")]
    Task<Result> MarkMessagesAsReadByMsgID(
        string conversationID, IReadOnlyList<string> clientMsgIDs, CancellationToken cancellationToken);
}
