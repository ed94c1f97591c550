namespace OpenIM.SignalR.Sessions;

/// <summary>The answer to Resume.</summary>
/// <param name="Continuous">False when the session no longer holds what came after the cursor: read the lists
/// again.</param>
/// <param name="Events">What came after the cursor, oldest first.</param>
/// <param name="Cursor">The position after the last event.</param>
[GenerateSerializer, Immutable, Alias("OpenIM.SignalR.SessionEvents")]
public sealed record SessionEvents(
    [property: Id(0)] bool Continuous,
    [property: Id(1)] IReadOnlyList<SessionEvent> Events,
    [property: Id(2)] string Cursor);
