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

    public ValueTask<Result<MsgStruct>> CreateTextMessage(
        string text) =>
        new(Errors.NotAvailable(nameof(CreateTextMessage)));

    public ValueTask<Result<MsgStruct>> CreateAdvancedTextMessage(
        string text, IReadOnlyList<MessageEntity>? messageEntityList) =>
        new(Errors.NotAvailable(nameof(CreateAdvancedTextMessage)));

    public ValueTask<Result<MsgStruct>> CreateTextAtMessage(
        string text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? atUsersInfo, MsgStruct? message) =>
        new(Errors.NotAvailable(nameof(CreateTextAtMessage)));

    public ValueTask<Result<MsgStruct>> CreateLocationMessage(
        string description, double longitude, double latitude) =>
        new(Errors.NotAvailable(nameof(CreateLocationMessage)));

    public ValueTask<Result<MsgStruct>> CreateCustomMessage(
        string data, string extension, string description) =>
        new(Errors.NotAvailable(nameof(CreateCustomMessage)));

    public ValueTask<Result<MsgStruct>> CreateQuoteMessage(
        string text, MsgStruct? message) =>
        new(Errors.NotAvailable(nameof(CreateQuoteMessage)));

    public ValueTask<Result<MsgStruct>> CreateAdvancedQuoteMessage(
        string text, MsgStruct? message, IReadOnlyList<MessageEntity>? messageEntityList) =>
        new(Errors.NotAvailable(nameof(CreateAdvancedQuoteMessage)));

    public ValueTask<Result<MsgStruct>> CreateCardMessage(
        CardElem? card) =>
        new(Errors.NotAvailable(nameof(CreateCardMessage)));

    public ValueTask<Result<MsgStruct>> CreateImageMessageByURL(
        string sourcePath, PictureBaseInfo? sourcePicture, PictureBaseInfo? bigPicture, PictureBaseInfo? snapshotPicture) =>
        new(Errors.NotAvailable(nameof(CreateImageMessageByURL)));

    public ValueTask<Result<MsgStruct>> CreateSoundMessageByURL(
        SoundBaseInfo? sound) =>
        new(Errors.NotAvailable(nameof(CreateSoundMessageByURL)));

    public ValueTask<Result<MsgStruct>> CreateVideoMessageByURL(
        VideoBaseInfo? video) =>
        new(Errors.NotAvailable(nameof(CreateVideoMessageByURL)));

    public ValueTask<Result<MsgStruct>> CreateFileMessageByURL(
        FileBaseInfo? file) =>
        new(Errors.NotAvailable(nameof(CreateFileMessageByURL)));

    public ValueTask<Result<MsgStruct>> CreateMergerMessage(
        IReadOnlyList<MsgStruct>? messages, string title, IReadOnlyList<string>? summaries) =>
        new(Errors.NotAvailable(nameof(CreateMergerMessage)));

    public ValueTask<Result<MsgStruct>> CreateFaceMessage(
        int index, string data) =>
        new(Errors.NotAvailable(nameof(CreateFaceMessage)));

    public ValueTask<Result<MsgStruct>> CreateForwardMessage(
        MsgStruct? message) =>
        new(Errors.NotAvailable(nameof(CreateForwardMessage)));

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<GetAdvancedHistoryMessageListCallback>>(Errors.NotAvailable(nameof(GetAdvancedHistoryMessageList)));

    public Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<GetAdvancedHistoryMessageListCallback>>(Errors.NotAvailable(nameof(GetAdvancedHistoryMessageListReverse)));
}
