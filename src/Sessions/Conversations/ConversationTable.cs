namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The conversations of a session. The latest messages share a budget: over it those of the oldest conversations are
/// let go, since the server has them and few clients scroll that far. Up to where a conversation was handled is known
/// whether it has a row or not.
/// </summary>
internal sealed class ConversationTable(int latestMessageBytes = ConversationTable.DefaultLatestMessageBytes)
{
    /// <summary>
    /// Five or six: the conversations that are written in. A whole list needs a request for the others anyway.
    /// </summary>
    public const int DefaultLatestMessageBytes = 3 * 1024;

    /// <summary>Excluded from the total: the user wants no notice of it.</summary>
    private const int ReceivedWithoutNotice = 2;

    private const int MaxForeignRows = 32;

    private HashSet<ConversationRow>? _rows;

    /// <summary>Of conversations without a row, those of notifications (<c>n_</c>) among them.</summary>
    private Dictionary<string, long> _otherPositions = new(StringComparer.Ordinal);

    /// <summary>All rows, hidden ones included, in no order.</summary>
    public IReadOnlyCollection<ConversationRow> All => _rows is null ? [] : _rows;

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

    public ConversationRow? Find(string conversationID) =>
        _rows is not null && _rows.GetAlternateLookup<string>().TryGetValue(conversationID, out var row) ? row : null;

    /// <summary>
    /// Adds a row. Of rows that the server does not know, made for clients that look at somebody they might write to,
    /// only the last few are kept.
    /// </summary>
    public void Add(ConversationRow row)
    {
        _rows ??= new(ConversationRowComparer.Instance);
        if (!row.IsOwned && _rows.Count(r => r is { IsOwned: false, IsVisible: false }) >= MaxForeignRows)
        {
            var oldest = _rows.First(r => r is { IsOwned: false, IsVisible: false });
            _rows.Remove(oldest);
            KeepPosition(oldest);
        }
        if (!_rows.Add(row))
            throw new ArgumentException($"There is a row of {row.ConversationID} already.", nameof(row));
        if (_otherPositions.Remove(row.ConversationID, out var position))
            row.Position = position;
    }

    /// <summary>The highest seq of a conversation that was handled; null when nothing of it was.</summary>
    public long? PositionOf(string conversationID) => Find(conversationID) is { } row ? row.Position
        : _otherPositions.TryGetValue(conversationID, out var position) ? position
        : null;

    /// <summary>
    /// Everything of a conversation up to <paramref name="seq"/> is handled. False when it was already.
    /// </summary>
    public bool Advance(string conversationID, long seq)
    {
        if (Find(conversationID) is { } row)
        {
            if (row.Position >= seq)
                return false;
            row.Position = seq;
            return true;
        }
        if (_otherPositions.TryGetValue(conversationID, out var position) && position >= seq)
            return false;
        _otherPositions[conversationID] = seq;
        return true;
    }

    /// <summary>All positions, by conversation id, as they are stored.</summary>
    public Dictionary<string, long> Positions()
    {
        var positions = new Dictionary<string, long>(_otherPositions, StringComparer.Ordinal);
        foreach (var row in All)
            if (row.Position is { } position)
                positions[row.ConversationID] = position;
        return positions;
    }

    /// <summary>Takes stored positions over, before there are rows.</summary>
    public void LoadPositions(Dictionary<string, long> positions) => _otherPositions = positions;

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
    public void TrimExcess()
    {
        _rows?.TrimExcess();
        _otherPositions.TrimExcess();
    }

    /// <summary>Without rows; positions stay.</summary>
    public void Clear()
    {
        foreach (var row in All)
            KeepPosition(row);
        _rows = null;
    }

    private void KeepPosition(ConversationRow row)
    {
        if (row.Position is { } position)
            _otherPositions[row.ConversationID] = position;
    }
}
