namespace OpenIM.SignalR.Sessions;

/// <summary>
/// How far the member lists of groups were followed: enough to know a change that was told from one that is new, and
/// to notice that one is missing. The lists are the server's.
/// </summary>
/// <param name="stamps">By group id, where they are kept.</param>
internal sealed class MemberVersions(Dictionary<string, VersionStamp> stamps)
{
    /// <summary>Of more groups one that is forgotten for another is followed again by its next notification.</summary>
    public const int Capacity = 128;

    public IReadOnlyCollection<string> Groups => stamps.Keys;

    public VersionStamp? Of(string groupID) => stamps.GetValueOrDefault(groupID);

    public void Follow(string groupID, VersionStamp stamp)
    {
        if (stamps.Count >= Capacity && !stamps.ContainsKey(groupID))
            stamps.Remove(stamps.Keys.First());
        stamps[groupID] = stamp;
    }

    /// <summary>Left or dismissed: what comes next is another membership.</summary>
    public void Forget(string groupID) => stamps.Remove(groupID);

    /// <summary>
    /// What to do with a change that leads to <paramref name="told"/>. A group of which nothing was heard yet, and one
    /// whose list has begun a new life, are followed from here on.
    /// </summary>
    public MemberVersionVerdict Judge(string groupID, VersionStamp? told)
    {
        if (told is null || Of(groupID) is not { } followed || followed.ID != told.ID)
            return MemberVersionVerdict.Apply;
        if (told.Version <= followed.Version)
            return MemberVersionVerdict.Ignore;
        return told.Version == followed.Version + 1 ? MemberVersionVerdict.Apply : MemberVersionVerdict.Ask;
    }
}

/// <summary>See <see cref="MemberVersions.Judge"/>.</summary>
internal enum MemberVersionVerdict
{
    /// <summary>It is the next one.</summary>
    Apply,

    /// <summary>It was told already.</summary>
    Ignore,

    /// <summary>Another one is missing before it: the server is asked for all of them.</summary>
    Ask,
}
