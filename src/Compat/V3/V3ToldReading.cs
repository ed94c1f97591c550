using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// Tells a v3 client that messages are read as the v3.5 SDK did, in two steps: the call left <c>hasReadSeq</c> where it
/// was, and what the server then told this very device moved it.
/// <code>
///   MarkConversationMessageAsRead ──► OnConversationChanged, nothing unread, the old hasReadSeq
///                                     OnTotalUnreadMessageCountChanged
///                                     OnConversationChanged, the new hasReadSeq
///                                     OnTotalUnreadMessageCountChanged
/// </code>
/// For that it remembers the read positions of the conversations that the client knows as unread. The answer of the
/// call may come at any place among these.
/// </summary>
internal sealed class V3ToldReading
{
    private const int Most = 256;

    private readonly Lock _lock = new();

    /// <summary>By the hash of the conversation's id: the ids of all connections would be many, and of two with the
    /// same hash one is told in one step.</summary>
    private Dictionary<int, long>? _readSeqs;
    private HashSet<string>? _marking;
    private LocalConversation? _marked;

    /// <summary>The client marks a conversation, or some of its messages.</summary>
    public void Mark(string conversationId)
    {
        lock (_lock)
        {
            // Only what is unread to the client can become read.
            if (_readSeqs?.ContainsKey(HashOf(conversationId)) == true)
                (_marking ??= new(StringComparer.Ordinal)).Add(conversationId);
        }
    }

    /// <summary>A row that the client is about to be told of.</summary>
    /// <returns>The row as it is to be told now.</returns>
    public LocalConversation Tell(LocalConversation row)
    {
        lock (_lock)
        {
            var told = row;
            if (_readSeqs?.TryGetValue(HashOf(row.ConversationID), out var readSeq) == true && readSeq < row.HasReadSeq
                && _marking?.Remove(row.ConversationID) == true)
            {
                _marked = row;
                told = row with { HasReadSeq = readSeq };
            }

            Remember(row);
            return told;
        }
    }

    /// <summary>The client has been told the total after a row.</summary>
    /// <returns>The row that it is to be told next, with the total once more, or null.</returns>
    public LocalConversation? AfterTotal()
    {
        lock (_lock)
        {
            var marked = _marked;
            _marked = null;
            return marked;
        }
    }

    /// <summary>A row that the client has asked for.</summary>
    public void Note(LocalConversation row)
    {
        lock (_lock)
            Remember(row);
    }

    private void Remember(LocalConversation row)
    {
        if (row.UnreadCount == 0)
        {
            _readSeqs?.Remove(HashOf(row.ConversationID));
            _marking?.Remove(row.ConversationID);
            return;
        }

        // Forgetting costs no more than that a reading is told in one step.
        if (_readSeqs is { Count: >= Most })
        {
            _readSeqs.Clear();
            _marking = null;
        }

        (_readSeqs ??= [])[HashOf(row.ConversationID)] = row.HasReadSeq;
    }

    private static int HashOf(string conversationId) => string.GetHashCode(conversationId, StringComparison.Ordinal);
}
