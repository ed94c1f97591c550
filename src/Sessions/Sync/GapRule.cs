namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What to do with pushed messages of one conversation. Their seqs follow one another, so a hole shows at once:
/// <code>
///   handled 7    push 8        next in line          Deliver
///   handled 7    push 10       8 and 9 are missing   Pull 8…10
///   handled 7    push 6        known                 Drop
/// </code>
/// </summary>
internal static class GapRule
{
    /// <summary>
    /// The verdict on <paramref name="count"/> messages, the last of which is <paramref name="lastSeq"/>.
    /// </summary>
    /// <param name="conversationID">Tells notifications (<c>n_</c>) from ordinary conversations.</param>
    /// <param name="handled">The highest seq handled so far; null when the conversation is not known yet.</param>
    /// <param name="lastSeq">The highest seq of the push.</param>
    /// <param name="count">How many messages the push has.</param>
    public static GapVerdict Judge(string conversationID, long? handled, long lastSeq, int count)
    {
        // Notifications of people without a common conversation are in no list of the server. Pulling everything
        // before the first one that is seen would tell old ones again.
        if (handled is null && IsNotification(conversationID))
            return GapVerdict.Deliver;
        var last = handled ?? 0;
        if (lastSeq <= last)
            return GapVerdict.Drop;
        return lastSeq == last + count ? GapVerdict.Deliver : GapVerdict.Pull;
    }

    /// <summary>
    /// Whether a conversation holds notifications instead of messages. The prefix is the server's only sign of it.
    /// </summary>
    public static bool IsNotification(string conversationID) =>
        conversationID.StartsWith("n_", StringComparison.Ordinal);
}

/// <summary>See <see cref="GapRule"/>.</summary>
internal enum GapVerdict
{
    Deliver,
    Pull,
    Drop,
}
