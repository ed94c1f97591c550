namespace OpenIM.SignalR.Sandbox;

/// <summary>Where a conversation and one of its readers stand.</summary>
/// <param name="MaxSeq">The newest seq.</param>
/// <param name="HasReadSeq">The newest one that the user has read.</param>
/// <param name="MaxSeqTime">When the newest message was stored, in milliseconds since 1970; 0 for none.</param>
internal readonly record struct SeqState(long MaxSeq, long HasReadSeq, long MaxSeqTime)
{
    /// <summary>The same for one who left at a seq (0: who has not left).</summary>
    public SeqState UpTo(long newest) => newest > 0 ? this with { MaxSeq = newest } : this;

    public long Unread => Math.Max(0, MaxSeq - HasReadSeq);
}
