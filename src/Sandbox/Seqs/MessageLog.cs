using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The stored messages of one conversation, or of its notifications, numbered from 1 without a gap, and the positions
/// of its users.
/// <code>
///   seq       1     2     3     4     5          a message is kept once, as its protobuf bytes,
///           [....][....][ -- ][....][....]       for all of its readers
///             ^                       ^
///         user's MinSeq           HasReadSeq     what was removed for everybody leaves a placeholder
/// </code>
/// Each log has its own lock, and what must keep the order of the seqs (the pushes) happens under it.
/// </summary>
internal sealed class MessageLog(string conversationID, MessageRecords records)
{
    private const int MaxMarkedBeyondEnd = 1000;

    private readonly Lock _lock = new();
    private readonly List<StoredMessage> _messages = [];
    private readonly UserSeqs _users = new();
    private long _minSeq;
    private long _maxSeqTime;

    public string ConversationID { get; } = conversationID;

    public long MaxSeq
    {
        get
        {
            lock (_lock)
                return _messages.Count;
        }
    }

    /// <summary>
    /// Gives the message the next seq and stores it. The sender has read it, unless it is a notification.
    /// </summary>
    /// <param name="message">Gets its seq.</param>
    /// <param name="now">The time of storing, in milliseconds.</param>
    /// <param name="inOrder">What must happen in the order of the seqs; gets whether this is the conversation's first
    /// message. It must not block.</param>
    public void Append(MsgData message, long now, Action<MsgData, bool> inOrder)
    {
        lock (_lock)
        {
            message.Seq = _messages.Count + 1;
            var stored = new StoredMessage(message.ToByteArray());
            _messages.Add(stored);
            records.Put(ConversationID, message.Seq, stored);
            _maxSeqTime = now;
            KeepBounds();
            if (!message.IsNotification())
                SetHasRead(_users.Of(message.SendID), message.Seq);
            inOrder(message, message.Seq == 1);
        }
    }

    /// <summary>
    /// The seqs that a user may read; <paramref name="newest"/> (0: none) limits them for one who has left.
    /// </summary>
    public SeqBounds BoundsOf(string userID, long newest)
    {
        lock (_lock)
        {
            var upper = newest > 0 ? Math.Min(newest, _messages.Count) : _messages.Count;
            return new SeqBounds(Math.Max(_minSeq, _users.Find(userID)?.MinSeq ?? 0), upper);
        }
    }

    public SeqState StateOf(string userID)
    {
        lock (_lock)
            return new SeqState(_messages.Count, _users.Find(userID)?.HasReadSeq ?? 0, _maxSeqTime);
    }

    /// <summary>
    /// The messages with these seqs as a user sees them, in the order asked for. What there is not, or no more, is a
    /// placeholder with a status of 4; so is, with its other fields, a message that the user deleted.
    /// </summary>
    public List<MsgData> Read(string userID, IReadOnlyCollection<long> seqs)
    {
        List<(StoredMessage Stored, long Seq, bool Deleted)> found = new(seqs.Count);
        lock (_lock)
        {
            var deleted = _users.Find(userID)?.Deleted;
            foreach (var seq in seqs)
            {
                var stored = IsStored(seq) ? _messages[(int)seq - 1] : default;
                found.Add((stored, seq, deleted?.Contains(seq) ?? false));
            }
        }
        return found.ConvertAll(static item => item.Stored.ToMessage(item.Seq, item.Deleted));
    }

    /// <summary>All messages as they are stored, oldest first, without those that were removed.</summary>
    public IEnumerable<MsgData> ReadAll()
    {
        StoredMessage[] messages;
        lock (_lock)
            messages = [.. _messages];
        for (var i = 0; i < messages.Length; i++)
            if (!messages[i].IsRemoved)
                yield return messages[i].ToMessage(i + 1, deleted: false);
    }

    /// <summary>
    /// The newest message that nobody removed, as a user sees it. As on the real server his bounds do not count: one who
    /// cleared the conversation sees what was last in it.
    /// </summary>
    public MsgData? ReadLast(string userID)
    {
        lock (_lock)
        {
            for (long seq = _messages.Count; seq >= 1; seq--)
            {
                var stored = _messages[(int)seq - 1];
                if (!stored.IsRemoved)
                    return stored.ToMessage(seq, _users.Find(userID)?.Deleted?.Contains(seq) ?? false);
            }
            return null;
        }
    }

    /// <summary>Moves a user's read position forward; it never goes back.</summary>
    public long MarkRead(string userID, long hasReadSeq)
    {
        lock (_lock)
        {
            var user = _users.Of(userID);
            SetHasRead(user, Math.Max(user.HasReadSeq, hasReadSeq));
            return user.HasReadSeq;
        }
    }

    /// <summary>
    /// Marks the messages up to a seq, and those given, as read by their receiver, and moves his read position forward.
    /// </summary>
    /// <returns>
    /// The position, and the seqs between the old one and the new, ascending, then those given that are not among them.
    /// </returns>
    public (long HasReadSeq, List<long> Seqs) MarkReadUpTo(
        string userID, long hasReadSeq, IReadOnlyCollection<long> seqs)
    {
        lock (_lock)
        {
            var user = _users.Of(userID);
            // A position beyond the end is accepted and told, as it is by the real server. One that is far beyond would
            // make a list that nobody can hold: of that only what there is.
            var end = hasReadSeq - _messages.Count <= MaxMarkedBeyondEnd ? hasReadSeq : _messages.Count;
            List<long> marked = [];
            // From the old position upwards; counting from behind it would overflow at the largest of all.
            for (var seq = user.HasReadSeq; seq < end; )
                marked.Add(++seq);
            marked = [.. marked.Union(seqs)];
            foreach (var seq in marked)
                SetRead(seq, userID);
            SetHasRead(user, Math.Max(user.HasReadSeq, hasReadSeq));
            return (user.HasReadSeq, marked);
        }
    }

    /// <summary>
    /// Marks just these messages as read by their receiver, and moves his read position forward to the last of them.
    /// </summary>
    public void MarkMessagesRead(string userID, IReadOnlyList<long> seqs)
    {
        lock (_lock)
        {
            foreach (var seq in seqs)
                SetRead(seq, userID);
            var user = _users.Of(userID);
            SetHasRead(user, Math.Max(user.HasReadSeq, seqs[^1]));
        }
    }

    /// <summary>Hides messages from one user.</summary>
    public void Delete(string userID, IReadOnlyCollection<long> seqs)
    {
        lock (_lock)
        {
            var deleted = _users.Of(userID).Deleted ??= [];
            foreach (var seq in seqs.Where(IsStored))
                if (deleted.Add(seq))
                    records.PutDeletion(ConversationID, userID, seq);
        }
    }

    /// <summary>Removes messages for everybody; placeholders stay.</summary>
    public void Remove(IReadOnlyCollection<long> seqs)
    {
        lock (_lock)
            foreach (var seq in seqs.Where(IsStored))
                Put(seq, _messages[(int)seq - 1].Removed(seq));
    }

    /// <summary>Removes the oldest messages for everybody, up to the first that is not older than a time.</summary>
    /// <param name="sendTime">In milliseconds.</param>
    public void RemoveOlderThan(long sendTime)
    {
        lock (_lock)
        {
            var seq = 1;
            while (IsStored(seq) && _messages[seq - 1].ToMessage(seq, deleted: false).SendTime < sendTime)
            {
                if (!_messages[seq - 1].IsRemoved)
                    Put(seq, _messages[seq - 1].Removed(seq));
                seq++;
            }
            if (seq > 1)
                SetMinSeq(Math.Max(_minSeq, seq));
        }
    }

    /// <summary>Puts another message in the place of one that is stored.</summary>
    public void Replace(MsgData message)
    {
        lock (_lock)
            Put(message.Seq, new StoredMessage(message.ToByteArray()) { IsRead = message.IsRead });
    }

    /// <summary>Lets a user see nothing of what there is; he has read it all.</summary>
    /// <returns>The oldest seq that he sees from now on.</returns>
    public long ClearFor(string userID)
    {
        lock (_lock)
        {
            var user = _users.Of(userID);
            user.MinSeq = _messages.Count + 1;
            SetHasRead(user, _messages.Count);
            return user.MinSeq;
        }
    }

    /// <summary>Lets a user see nothing of what there is, without his having read it.</summary>
    public void HideEarlier(string userID)
    {
        lock (_lock)
        {
            var user = _users.Of(userID);
            user.MinSeq = _messages.Count + 1;
            records.Put(ConversationID, user);
        }
    }

    /// <summary>Lets nobody see anything of what there is; the one who asked has read it all.</summary>
    public void ClearForAll(string userID)
    {
        lock (_lock)
        {
            SetHasRead(_users.Of(userID), _messages.Count);
            SetMinSeq(_messages.Count + 1);
        }
    }

    /// <summary>Adds the next message as it was kept; before the log is used, like the other two.</summary>
    /// <exception cref="IOException">It is not the next one: what was kept is damaged.</exception>
    public void Restore(long seq, StoredMessage message)
    {
        if (seq != _messages.Count + 1)
            throw new IOException(
                $"The kept messages of {ConversationID} are damaged: {seq} comes after {_messages.Count}.");
        _messages.Add(message);
    }

    /// <summary>Puts the bounds back that hold for everybody.</summary>
    public void RestoreBounds(long minSeq, long maxSeqTime) => (_minSeq, _maxSeqTime) = (minSeq, maxSeqTime);

    /// <summary>The entry of a user, to be filled with what was kept.</summary>
    public UserSeq RestoreUser(string userID) => _users.Of(userID);

    private bool IsStored(long seq) => seq >= 1 && seq <= _messages.Count;

    private void SetRead(long seq, string reader)
    {
        if (!IsStored(seq))
            return;
        var stored = _messages[(int)seq - 1];
        if (!stored.IsRead && !stored.IsRemoved && stored.ToMessage(seq, deleted: false).SendID != reader)
            Put(seq, stored with { IsRead = true });
    }

    private void Put(long seq, StoredMessage message)
    {
        _messages[(int)seq - 1] = message;
        records.Put(ConversationID, seq, message);
    }

    private void SetHasRead(UserSeq user, long seq)
    {
        user.HasReadSeq = seq;
        records.Put(ConversationID, user);
    }

    private void SetMinSeq(long seq)
    {
        _minSeq = seq;
        KeepBounds();
    }

    private void KeepBounds() => records.PutBounds(ConversationID, _minSeq, _maxSeqTime);
}
