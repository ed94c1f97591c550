namespace OpenIM.SignalR.Sessions;

/// <summary>
/// How far a session has told its client what happened: what the server cannot give back. The next login of the same
/// user and platform starts here, as an SDK starts from its local store.
/// </summary>
[GenerateSerializer, Alias("OpenIM.SignalR.SessionPositions")]
internal sealed class SessionPositions
{
    /// <summary>Whether a first sync was finished, which makes later ones tell what arrived meanwhile.</summary>
    [Id(0)]
    public bool Installed { get; set; }

    /// <summary>
    /// The highest seq that was handled, by conversation id, notification conversations (<c>n_</c>) included.
    /// </summary>
    [Id(1)]
    public Dictionary<string, long> Conversations { get; set; } = [];

    /// <summary>How far the friend list was followed; null before its first version is known.</summary>
    [Id(2)]
    public VersionStamp? Friends { get; set; }

    /// <summary>How far the list of joined groups was followed; null before its first version is known.</summary>
    [Id(3)]
    public VersionStamp? Groups { get; set; }

    /// <summary>How far the member lists of groups were followed, by group id.</summary>
    [Id(4)]
    public Dictionary<string, VersionStamp> GroupMembers { get; set; } = [];

    /// <summary>
    /// The conversations that were there at the first login and that nothing has changed since, as of the last
    /// session's end, each with <see cref="ConversationSettings.Digest"/>. Empty while a session lives.
    /// </summary>
    [Id(5)]
    public Dictionary<string, long> Untouched { get; set; } = [];

    /// <summary>What clients were told of messages, as of the last session's end.</summary>
    [Id(6)]
    public ToldMessages Told { get; set; } = new();
}
