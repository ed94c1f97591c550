namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The seqs of a conversation that a user may read. Empty when <see cref="Upper"/> is below <see cref="Lower"/>.
/// </summary>
/// <param name="Lower">The oldest one; 0 in a conversation that was never cleared.</param>
/// <param name="Upper">The newest one; 0 in an empty conversation.</param>
internal readonly record struct SeqBounds(long Lower, long Upper)
{
    public bool Contains(long seq) => seq >= Lower && seq <= Upper;
}
