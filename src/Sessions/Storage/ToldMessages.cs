namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The messages of earlier logins that clients were told by an event, or that somebody has read: what shows of it in
/// the history of a client that goes on from there. Of the latest only, as many as a session remembers of its own.
/// </summary>
[GenerateSerializer, Alias("OpenIM.SignalR.ToldMessages")]
internal sealed class ToldMessages
{
    /// <summary>By conversation.</summary>
    [Id(0)]
    public Dictionary<string, List<ToldMessage>> Conversations { get; set; } = [];

    /// <summary>Null when the message was not told, or too long ago.</summary>
    public ToldMessage? Find(string conversationID, long seq)
    {
        if (!Conversations.TryGetValue(conversationID, out var messages))
            return null;
        foreach (var message in messages)
            if (message.Seq == seq)
                return message;
        return null;
    }

    /// <summary>
    /// Takes over what a session remembers at its end, in front of what was known before. False when nothing has
    /// changed.
    /// </summary>
    public bool Add(IEnumerable<IndexedMessage> remembered)
    {
        var told = remembered.Where(static message => message.Seq > 0 && (message.IsTold || message.ReadTime > 0))
            .GroupBy(static message => message.ConversationID).ToList();
        foreach (var messages in told)
        {
            var seqs = messages.Select(static message => message.Seq).ToHashSet();
            var before = Conversations.GetValueOrDefault(messages.Key) ?? [];
            Conversations[messages.Key] =
            [
                .. messages.OrderByDescending(static message => message.Seq)
                    .Select(static message => new ToldMessage(message.Seq, message.IsTold, message.ReadTime)),
                .. before.Where(message => !seqs.Contains(message.Seq)),
            ];
        }
        Shorten();
        return told.Count > 0;
    }

    /// <summary>The messages of a conversation are gone.</summary>
    public void Forget(string conversationID) => Conversations.Remove(conversationID);

    /// <summary>The longest lists give up their oldest messages.</summary>
    private void Shorten()
    {
        var surplus = Conversations.Values.Sum(static messages => messages.Count) - MessageIndex.DefaultCapacity;
        for (; surplus > 0; surplus--)
        {
            var (conversationID, messages) = Conversations.MaxBy(static entry => entry.Value.Count);
            messages.RemoveAt(messages.Count - 1);
            if (messages.Count == 0)
                Conversations.Remove(conversationID);
        }
    }
}

/// <summary>One of them.</summary>
/// <param name="Seq">Its number in its conversation.</param>
/// <param name="IsTold">Whether an event told it; else it was only read.</param>
/// <param name="ReadTime">When it was read, by whom it was for, in Unix milliseconds; 0 when that is not known.</param>
[GenerateSerializer, Alias("OpenIM.SignalR.ToldMessage")]
internal readonly record struct ToldMessage(
    [property: Id(0)] long Seq, [property: Id(1)] bool IsTold, [property: Id(2)] long ReadTime);
