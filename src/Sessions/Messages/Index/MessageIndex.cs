namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The latest messages that went through a session, by clientMsgID and by seq. A ring: the oldest makes room for the
/// newest, except while it is being sent. It is searched from the newest backwards, since that is what is asked for; at
/// its size that costs less than the memory of hash tables in thousands of sessions. Nothing is held before the first
/// message.
/// </summary>
internal sealed class MessageIndex(int capacity = MessageIndex.DefaultCapacity)
{
    /// <summary>Ten screens of history, or a busy hour.</summary>
    public const int DefaultCapacity = 256;

    private readonly List<IndexedMessage> _ring = [];
    private int _next;

    /// <summary>How many messages are remembered.</summary>
    public int Count => _ring.Count;

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<IndexedMessage> All => _ring;

    public IndexedMessage? Find(string conversationID, string? clientMsgID) =>
        Find(conversationID, MessageKey.Of(clientMsgID));

    public IndexedMessage? Find(string conversationID, MessageKey key)
    {
        foreach (var message in NewestFirst())
            if (message.Key == key && message.ConversationID == conversationID)
                return message;
        return null;
    }

    public IndexedMessage? FindSeq(string conversationID, long seq)
    {
        foreach (var message in NewestFirst())
            if (message.Seq == seq && message.ConversationID == conversationID)
                return message;
        return null;
    }

    /// <summary>The messages of one conversation, those that came in last first.</summary>
    public IEnumerable<IndexedMessage> Of(string conversationID)
    {
        foreach (var message in NewestFirst())
            if (message.ConversationID == conversationID)
                yield return message;
    }

    /// <summary>The message, remembered from now on.</summary>
    public IndexedMessage GetOrAdd(string conversationID, string? clientMsgID)
    {
        var key = MessageKey.Of(clientMsgID);
        var known = Find(conversationID, key);
        if (known is not null)
            return known;
        var message = new IndexedMessage(conversationID, key);
        if (_ring.Count < capacity)
        {
            _ring.Add(message);
            return message;
        }
        for (var tried = 0; tried < capacity && _ring[_next].Status == MessageStatus.Sending; tried++)
            _next = (_next + 1) % capacity;
        _ring[_next] = message;
        _next = (_next + 1) % capacity;
        return message;
    }

    /// <summary>Forgets the messages of one conversation, which are gone.</summary>
    public void Forget(string conversationID) => RemoveAll(message => message.ConversationID == conversationID);

    /// <summary>Forgets one message, which is gone.</summary>
    public void Remove(IndexedMessage message) => RemoveAll(known => known == message);

    public void Clear()
    {
        _ring.Clear();
        _ring.Capacity = 0;
        _next = 0;
    }

    private void RemoveAll(Predicate<IndexedMessage> isGone)
    {
        if (!_ring.Exists(isGone))
            return;
        List<IndexedMessage> oldestFirst = [.. _ring[_next..], .. _ring[.._next]];
        _ring.Clear();
        _ring.AddRange(oldestFirst.Where(message => !isGone(message)));
        _next = 0;
    }

    private NewestFirstEnumerable NewestFirst() => new(_ring, _next);

    /// <summary>Allocation-free: this runs for every message that comes in.</summary>
    private readonly struct NewestFirstEnumerable(List<IndexedMessage> ring, int next)
    {
        public Enumerator GetEnumerator() => new(ring, next);

        public struct Enumerator(List<IndexedMessage> ring, int next)
        {
            private int _left = ring.Count;
            private int _at = next;

            public readonly IndexedMessage Current => ring[_at];

            public bool MoveNext()
            {
                if (_left-- <= 0)
                    return false;
                _at = _at == 0 ? ring.Count - 1 : _at - 1;
                return true;
            }
        }
    }
}
