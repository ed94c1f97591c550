namespace OpenIM.SignalR.Compat.V2;

/// <summary>What a v2 client was last told of its recent conversations, as hashes, to tell it nothing twice.</summary>
internal sealed class V2ToldConversations
{
    private const int Most = 256;

    private Dictionary<string, int>? _hashes;

    /// <summary>Remembers what is told; false when it was the last thing told of that conversation already.</summary>
    public bool Tell(string conversationId, string text)
    {
        _hashes ??= new(StringComparer.Ordinal);
        var hash = text.GetHashCode(StringComparison.Ordinal);
        if (_hashes.TryGetValue(conversationId, out var last) && last == hash)
            return false;
        // Forgetting costs no more than telling something twice.
        if (_hashes.Count >= Most)
            _hashes.Clear();
        _hashes[conversationId] = hash;
        return true;
    }
}
