using Google.Protobuf.Collections;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using OfflinePushInfo = OpenIM.SignalR.Contracts.OfflinePushInfo;

namespace OpenIM.SignalR.Sessions;

// Members that move to Messages/ and Conversations/ one by one; this file goes away with the last of them.
internal sealed partial class SessionGrain
{
    // --- What the sync calls, in this order (always one at a time, never two side by side) ---

    /// <summary>
    /// The server's 1006 answer of a connect, before messages are pulled. <paramref name="reinstalled"/>: the first data of a
    /// session without a past; nothing is told now, see <see cref="TellUnreadAfterInstall"/>. Otherwise tells
    /// OnConversationChanged and OnTotalUnreadMessageCountChanged for what differs from <see cref="PositionOf"/>.
    /// </summary>
    private Task SyncConversations(MapField<string, Seqs> seqs, bool reinstalled, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>After OnSyncServerFinish(true): tells unread conversations and the total when there are any.</summary>
    private Task TellUnreadAfterInstall(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One batch: a push, a filled gap, or what a connect pulled. Raises the events of all of it.</summary>
    private Task ReceiveMessages(IReadOnlyList<ReceivedMessages> batch, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A notification (n_ conversation) that is not about users: read marks 2200, conversations 1300, ...</summary>
    private Task ReceiveNotification(string conversationID, MsgData notification, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>The session ended (logout, kick, token): forget everything.</summary>
    private void ClearConversations()
    {
    }

    // --- Functions ---

    public Task<Result<IReadOnlyList<LocalConversation>>> GetAllConversationList(
        CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<LocalConversation>>>(Errors.NotAvailable(nameof(GetAllConversationList)));

    public Task<Result<IReadOnlyList<LocalConversation>>> GetConversationListSplit(
        int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<LocalConversation>>>(Errors.NotAvailable(nameof(GetConversationListSplit)));

    public Task<Result<LocalConversation>> GetOneConversation(
        int sessionType, string sourceID, CancellationToken cancellationToken) =>
        Task.FromResult<Result<LocalConversation>>(Errors.NotAvailable(nameof(GetOneConversation)));

    public Task<Result<IReadOnlyList<LocalConversation>>> GetMultipleConversation(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<LocalConversation>>>(Errors.NotAvailable(nameof(GetMultipleConversation)));

    public Task<Result<IReadOnlyList<GetConversationRecvMessageOptResp>>> GetConversationRecvMessageOpt(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<GetConversationRecvMessageOptResp>>>(Errors.NotAvailable(nameof(GetConversationRecvMessageOpt)));

    public Task<Result<int>> GetTotalUnreadMsgCount(
        CancellationToken cancellationToken) =>
        Task.FromResult<Result<int>>(Errors.NotAvailable(nameof(GetTotalUnreadMsgCount)));

    public ValueTask<Result<string>> GetConversationIDBySessionType(
        string sourceID, int sessionType) =>
        new(Errors.NotAvailable(nameof(GetConversationIDBySessionType)));

    public Task<Result> MarkConversationMessageAsRead(
        string conversationID, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(MarkConversationMessageAsRead)));

    public Task<Result> MarkAllConversationMessageAsRead(
        CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(MarkAllConversationMessageAsRead)));

    public Task<Result> MarkMessagesAsReadByMsgID(
        string conversationID, IReadOnlyList<string> clientMsgIDs, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(MarkMessagesAsReadByMsgID)));

    public Task<Result<MsgStruct>> SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly, CancellationToken cancellationToken) =>
        Task.FromResult<Result<MsgStruct>>(Errors.NotAvailable(nameof(SendMessage)));

    public Task<Result<MsgStruct>> SendMessageNotOss(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly, CancellationToken cancellationToken) =>
        Task.FromResult<Result<MsgStruct>>(Errors.NotAvailable(nameof(SendMessageNotOss)));

    public Task<Result> TypingStatusUpdate(
        string recvID, string msgTip, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(TypingStatusUpdate)));

    public Task<Result> ChangeInputStates(
        string conversationID, bool focus, CancellationToken cancellationToken) =>
        Task.FromResult<Result>(Errors.NotAvailable(nameof(ChangeInputStates)));

    public ValueTask<Result<IReadOnlyList<int>>> GetInputStates(
        string conversationID, string userID) =>
        new(Errors.NotAvailable(nameof(GetInputStates)));

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<GetAdvancedHistoryMessageListCallback>>(Errors.NotAvailable(nameof(GetAdvancedHistoryMessageList)));

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<GetAdvancedHistoryMessageListCallback>>(Errors.NotAvailable(nameof(GetAdvancedHistoryMessageListReverse)));
}
