using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>Reading the conversation list.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result<IReadOnlyList<LocalConversation>>> GetAllConversationList(
        CancellationToken cancellationToken) =>
        await WhenSynced(cancellationToken) is { } error
            ? error
            : await Show(_conversations.Visible(), cancellationToken);

    public async Task<Result<IReadOnlyList<LocalConversation>>> GetConversationListSplit(
        int offset, int count, CancellationToken cancellationToken) =>
        await WhenSynced(cancellationToken) is { } error
            ? error
            : await Show(_conversations.Visible().Skip(offset).Take(count).ToList(), cancellationToken);

    public async Task<Result<IReadOnlyList<LocalConversation>>> GetMultipleConversation(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken) =>
        await WhenSynced(cancellationToken) is { } error ? error : await Show(Find(conversationIDs), cancellationToken);

    /// <summary>
    /// The conversation with a user or a group, also when there is none yet: then a hidden row is made for it, so that
    /// it can be given a draft or settings before the first message.
    /// </summary>
    public async Task<Result<LocalConversation>> GetOneConversation(
        int sessionType, string sourceID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        var conversationID = ConversationID.Of(sessionType, Key.UserId, sourceID);
        if (conversationID.Length == 0)
            return new ConversationRow("", sessionType, "").ToLocalConversation();
        var row = _conversations.Find(conversationID);
        if (row is null)
        {
            row = new ConversationRow(conversationID, sessionType, sourceID, Key.UserId)
            {
                IsAnnounced = true,
                KeepsDefaults = true,
            };
            if (await Name(row, cancellationToken) is { } failure)
                return failure;
            if (row.ShowName == NameOfNobody)
                row.ShowName = "";
            // The row may have come meanwhile, with its first message.
            if (_conversations.Find(conversationID) is { } other)
                row = other;
            else
                _conversations.Add(row);
        }
        await LoadLatest([row], cancellationToken);
        var shown = row.ToLocalConversation();
        _conversations.LetOldLatestGo();
        return shown;
    }

    public async Task<Result<IReadOnlyList<GetConversationRecvMessageOptResp>>> GetConversationRecvMessageOpt(
        IReadOnlyList<string> conversationIDs, CancellationToken cancellationToken) =>
        await WhenSynced(cancellationToken) is { } error
            ? error
            : Find(conversationIDs)
                .ConvertAll(static row => new GetConversationRecvMessageOptResp
                {
                    ConversationID = row.ConversationID,
                    Result = row.Settings.RecvMsgOpt,
                });

    public async Task<Result<int>> GetTotalUnreadMsgCount(CancellationToken cancellationToken) =>
        await WhenSynced(cancellationToken) is { } error ? error : _conversations.TotalUnread;

    public async Task<Result<IReadOnlyList<Conversation>>> SearchConversation(
        string keyword, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (keyword.Length == 0)
            return Errors.Arguments("search parameter cannot be empty");
        return _conversations.All
            .Where(row => row.ShowName.Contains(keyword, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(static row => row.LatestMsgSendTime)
            .Select(static row => row.ToConversation())
            .ToArray();
    }

    public ValueTask<Result<string>> GetConversationIDBySessionType(string sourceID, int sessionType) =>
        new(ConversationID.Of(sessionType, Key.UserId, sourceID));

    private List<ConversationRow> Find(IReadOnlyList<string> conversationIDs) =>
    [
        .. conversationIDs.Distinct().Select(_conversations.Find).OfType<ConversationRow>(),
    ];

    private async Task<Result<IReadOnlyList<LocalConversation>>> Show(
        List<ConversationRow> rows, CancellationToken cancellationToken)
    {
        await LoadLatest(rows, cancellationToken);
        var shown = new LocalConversation[rows.Count];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = rows[i].ToLocalConversation();
            rows[i].IsAnnounced = true;
        }
        _conversations.LetOldLatestGo();
        return shown;
    }
}
