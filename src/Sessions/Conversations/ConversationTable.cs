namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The conversations of a session. The latest messages share a budget: over it those of the oldest conversations are
/// let go, since the server has them and few clients scroll that far.
/// </summary>
internal sealed class ConversationTable(int latestMessageBytes = ConversationTable.DefaultLatestMessageBytes)
{
    /// <summary>
    /// About six: the conversations that are written in. A whole list needs a request for the others anyway.
    /// </summary>
    public const int DefaultLatestMessageBytes = 4 * 1024;

    /// <summary>Excluded from the total: the user wants no notice of it.</summary>
    private const int ReceivedWithoutNotice = 2;

    private const int MaxForeignRows = 32;

    private Dictionary<string, ConversationRow>? _rows;

    /// <summary>All rows, hidden ones included, in no order.</summary>
    public IReadOnlyCollection<ConversationRow> All => _rows is null ? [] : _rows.Values;

    /// <summary>What clients see as the number beside the app's icon.</summary>
    public int TotalUnread
    {
        get
        {
            var total = 0;
            foreach (var row in All)
                if (row.IsVisible && row.Settings.RecvMsgOpt < ReceivedWithoutNotice)
                    total += row.Unread;
            return total;
        }
    }

    public ConversationRow? Find(string conversationID) => _rows?.GetValueOrDefault(conversationID);

    /// <summary>
    /// Adds a row. Of rows that the server does not know, made for clients that look at somebody they might write to,
    /// only the last few are kept.
    /// </summary>
    public void Add(ConversationRow row)
    {
        _rows ??= new(StringComparer.Ordinal);
        if (!row.IsOwned && _rows.Values.Count(r => r is { IsOwned: false, IsVisible: false }) >= MaxForeignRows)
            _rows.Remove(_rows.Values.First(r => r is { IsOwned: false, IsVisible: false }).ConversationID);
        _rows.Add(row.ConversationID, row);
    }

    /// <summary>
    /// The list as clients see it: pinned ones first, then by the time of the latest message or of the draft, the
    /// latest first.
    /// </summary>
    public List<ConversationRow> Visible() =>
    [
        .. All.Where(static row => row.IsVisible)
            .OrderByDescending(static row => row.Settings.IsPinned)
            .ThenByDescending(static row => row.ListTime),
    ];

    /// <summary>Brings the latest messages back under their budget. To be called after some were set.</summary>
    public void LetOldLatestGo()
    {
        var bytes = 0;
        foreach (var row in All)
            bytes += row.LatestMsg?.Length ?? 0;
        if (bytes <= latestMessageBytes)
            return;
        // A message without a seq is not on the server, or not yet.
        foreach (
            var row in All.Where(r => r is { LatestMsg: not null, LatestSeq: > 0 }).OrderBy(r => r.LatestMsgSendTime))
        {
            bytes -= row.LatestMsg!.Length;
            row.LetLatestGo();
            if (bytes <= latestMessageBytes)
                return;
        }
    }

    /// <summary>After many rows were added.</summary>
    public void TrimExcess() => _rows?.TrimExcess();

    public void Clear() => _rows = null;
}
