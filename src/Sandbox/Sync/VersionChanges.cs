namespace OpenIM.SignalR.Sandbox;

/// <summary>What changed since a client's version: the ids of elements, each in one list only.</summary>
/// <param name="Current">Where the line stands now.</param>
/// <param name="Full">The changes cannot be told: the client must read the whole list. Then the lists are
/// empty.</param>
internal sealed record VersionChanges(VersionStamp Current, bool Full)
{
    public IReadOnlyList<string> Deleted { get; init; } = [];

    public IReadOnlyList<string> Inserted { get; init; } = [];

    public IReadOnlyList<string> Updated { get; init; } = [];

    /// <summary>The version of the last change of the list's order if that is among these changes, else 0.</summary>
    public ulong OrderVersion { get; init; }

    public static VersionChanges Everything(VersionStamp current) => new(current, Full: true);
}
