using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// What a v2 client was last told of its recent conversations, so that it is told what the v2 SDK told it and nothing
/// else:
/// <list type="bullet">
/// <item>nothing twice: changes that v2 cannot show, such as the seq of one's own message, are none;</item>
/// <item>marking some messages as read sends receipts and does not touch the unread count. In v3.8 it does; what is
/// told of it waits here until the client marks the whole conversation, which is when the v2 SDK told it.</item>
/// </list>
/// </summary>
internal sealed class V2ToldConversations
{
    private const int Most = 256;

    private readonly Lock _lock = new();
    private Dictionary<string, (int Whole, int WithoutReadState)>? _told;
    private HashSet<string>? _marked;
    private Dictionary<string, string>? _withheld;
    private int? _withheldTotal;
    private int _total;

    /// <summary>The client marks some messages of a conversation as read.</summary>
    public void MarkSome(string conversationId)
    {
        lock (_lock)
        {
            if (_marked is { Count: >= Most })
                _marked.Clear();
            (_marked ??= new(StringComparer.Ordinal)).Add(conversationId);
        }
    }

    /// <summary>The client marks a whole conversation: whatever waited is told now.</summary>
    public (string? Conversation, int? Total) MarkAll(string conversationId)
    {
        lock (_lock)
        {
            _marked?.Remove(conversationId);
            if (_withheld?.Remove(conversationId, out var text) != true)
                return default;
            var total = _withheldTotal;
            _withheldTotal = null;
            _total = total ?? _total;
            return (text, total);
        }
    }

    /// <summary>Whether a change of a conversation is to be told.</summary>
    public bool Tell(LocalConversation conversation, string text, string self)
    {
        var withoutReadState = V2ConversationWriter.ToText(conversation, self, withReadState: false);
        var hashes = (
            text.GetHashCode(StringComparison.Ordinal), withoutReadState.GetHashCode(StringComparison.Ordinal));
        lock (_lock)
        {
            _told ??= new(StringComparer.Ordinal);
            var known = _told.TryGetValue(conversation.ConversationID, out var last);
            if (known && last == hashes)
                return false;
            // Forgetting costs no more than telling something twice.
            if (_told.Count >= Most)
                _told.Clear();
            _told[conversation.ConversationID] = hashes;
            if (_marked?.Remove(conversation.ConversationID) == true && known && last.WithoutReadState == hashes.Item2)
            {
                (_withheld ??= new(StringComparer.Ordinal))[conversation.ConversationID] = text;
                return false;
            }

            _withheld?.Remove(conversation.ConversationID);
            return true;
        }
    }

    /// <summary>
    /// Whether a new total of unread messages is to be told: a lower one waits together with its conversation.
    /// </summary>
    public bool TellTotal(int total)
    {
        lock (_lock)
        {
            if (_withheld is { Count: > 0 } && total < _total)
            {
                _withheldTotal = total;
                return false;
            }

            _withheldTotal = null;
            _total = total;
            return true;
        }
    }
}
