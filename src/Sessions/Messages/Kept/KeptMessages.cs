namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What a session keeps of messages, as it is stored. Bounded: texts by their length, and all by their number, beyond
/// which the longest untouched deletion is forgotten and its message shows again.
/// </summary>
[GenerateSerializer, Alias("OpenIM.SignalR.KeptMessages")]
internal sealed class KeptMessages
{
    /// <summary>All notes and messages together, in UTF-16 units.</summary>
    public const int MaxLength = 256 * 1024;

    public const int MaxRows = 1000;

    /// <summary>Those touched last at the end.</summary>
    [Id(0)]
    public List<KeptMessage> Rows { get; set; } = [];

    public KeptMessage? Find(string conversationID, string? clientMsgID) =>
        Rows.Find(row => row.ClientMsgID == clientMsgID && row.ConversationID == conversationID);

    public bool IsDeleted(string conversationID, long seq) =>
        Rows.Exists(row => row.IsDeleted && row.Seq == seq && row.ConversationID == conversationID);

    /// <summary>Whether anything is kept of a conversation's messages.</summary>
    public bool Any(string conversationID) => Rows.Exists(row => row.ConversationID == conversationID);

    /// <summary>The messages of a conversation that are only here.</summary>
    public IEnumerable<KeptMessage> OnlyHere(string conversationID) =>
        Rows.Where(row => row.IsOnlyHere && row.ConversationID == conversationID);

    /// <summary>Whether a row may take the place of the present one of its message.</summary>
    public bool HasRoomFor(KeptMessage row)
    {
        var (count, total) = (1, (long)row.Length);
        foreach (var other in Rows)
        {
            if (other.IsDeleted || (other.ClientMsgID == row.ClientMsgID && other.ConversationID == row.ConversationID))
                continue;
            count++;
            total += other.Length;
        }
        return count <= MaxRows && total <= MaxLength;
    }

    /// <summary>Remembers what is known of a message, or forgets it when there is nothing to keep.</summary>
    public void Set(KeptMessage row)
    {
        Remove(row.ConversationID, row.ClientMsgID);
        if (row.IsEmpty)
            return;
        Rows.Add(row);
        if (Rows.Count <= MaxRows)
            return;
        var oldest = Rows.FindIndex(static row => row.IsDeleted);
        Rows.RemoveAt(Math.Max(0, oldest));
    }

    /// <summary>False when nothing was known of the message.</summary>
    public bool Remove(string conversationID, string? clientMsgID) =>
        Rows.RemoveAll(row => row.ClientMsgID == clientMsgID && row.ConversationID == conversationID) > 0;

    /// <summary>The messages of a conversation are gone up to a seq. False when nothing was known of them.</summary>
    public bool Forget(string conversationID, long lastSeq = long.MaxValue) => Rows.RemoveAll(
        row => row.ConversationID == conversationID && Math.Max(row.Seq, row.AfterSeq) <= lastSeq) > 0;
}
