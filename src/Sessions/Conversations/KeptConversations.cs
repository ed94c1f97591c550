namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The drafts and the emptied rows of a session, as they are stored. Bounded: drafts by their text, emptied rows by
/// their number, beyond which the longest untouched ones are forgotten and show their messages again at the next login.
/// </summary>
[GenerateSerializer, Alias("OpenIM.SignalR.KeptConversations")]
internal sealed class KeptConversations
{
    /// <summary>All drafts together, in UTF-16 units.</summary>
    public const int MaxDraftLength = 256 * 1024;

    /// <summary>All rows, those with a draft included.</summary>
    public const int MaxRows = 1000;

    /// <summary>By conversation id, those touched last at the end.</summary>
    [Id(0)]
    public List<KeyValuePair<string, KeptConversation>> Rows { get; set; } = [];

    public KeptConversation? Find(string conversationID) =>
        Rows.Find(row => row.Key == conversationID).Value;

    /// <summary>Whether a draft of that length may take the place of the conversation's present one.</summary>
    public bool HasRoomFor(string conversationID, int length)
    {
        var (count, total) = (1, (long)length);
        foreach (var row in Rows)
        {
            if (row.Key == conversationID || row.Value.DraftText.Length == 0)
                continue;
            count++;
            total += row.Value.DraftText.Length;
        }
        return count <= MaxRows && total <= MaxDraftLength;
    }

    /// <summary>Remembers what is known of a conversation, or forgets it when there is nothing to keep.</summary>
    public void Set(string conversationID, KeptConversation kept)
    {
        Rows.RemoveAll(row => row.Key == conversationID);
        if (kept.IsEmpty)
            return;
        Rows.Add(new(conversationID, kept));
        if (Rows.Count <= MaxRows)
            return;
        var oldest = Rows.FindIndex(static row => row.Value.DraftText.Length == 0);
        if (oldest >= 0)
            Rows.RemoveAt(oldest);
    }

    /// <summary>Forgets rows of which nothing is to be kept any more. False when there were none.</summary>
    public bool Forget(Func<string, KeptConversation, bool> isOver) =>
        Rows.RemoveAll(row => isOver(row.Key, row.Value)) > 0;
}
