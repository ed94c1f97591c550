namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What the server cannot give back of one conversation: the draft, and that this session's clients emptied or hid it.
/// </summary>
[GenerateSerializer, Immutable, Alias("OpenIM.SignalR.KeptConversation")]
internal sealed record KeptConversation
{
    /// <summary>One of <see cref="SessionType"/>: the draft may be the only thing that there is of the row.</summary>
    [Id(0)]
    public int Type { get; init; }

    /// <summary>The other user, or the group.</summary>
    [Id(1)]
    public string SourceID { get; init; } = "";

    [Id(2)]
    public string DraftText { get; init; } = "";

    /// <summary>Unix milliseconds; 0 without a draft.</summary>
    [Id(3)]
    public long DraftTextTime { get; init; }

    /// <summary>
    /// The newest seq that there was when the row was emptied. A newer message brings it back. Null when it was not.
    /// </summary>
    [Id(4)]
    public long? EmptiedSeq { get; init; }

    /// <summary>Where the emptied row stands in the list, in Unix milliseconds; 0 hides it.</summary>
    [Id(5)]
    public long EmptiedTime { get; init; }

    /// <summary>Messages up to this seq were deleted here, and are not shown; 0 when none were.</summary>
    [Id(6)]
    public long DeletedSeq { get; init; }

    /// <summary>Whether there is anything to keep.</summary>
    public bool IsEmpty => DraftText.Length == 0 && EmptiedSeq is null && DeletedSeq == 0;
}
