namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What the server cannot give back of one message: that it was deleted here, a note, or the message itself when it is
/// only here.
/// </summary>
[GenerateSerializer, Immutable, Alias("OpenIM.SignalR.KeptMessage")]
internal sealed record KeptMessage
{
    [Id(0)]
    public string ConversationID { get; init; } = "";

    [Id(1)]
    public string ClientMsgID { get; init; } = "";

    /// <summary>0 for a message that the server does not have: inserted here, or its sending failed.</summary>
    [Id(2)]
    public long Seq { get; init; }

    /// <summary>The newest seq of the conversation when a message without one came to be.</summary>
    [Id(3)]
    public long AfterSeq { get; init; }

    [Id(4)]
    public bool IsDeleted { get; init; }

    [Id(5)]
    public string LocalEx { get; init; } = "";

    /// <summary>
    /// JSON of a message: the whole one without a seq, or what is shown in place of the server's content. Mostly empty.
    /// </summary>
    [Id(6)]
    public string Message { get; init; } = "";

    /// <summary>Whether the server has no such message.</summary>
    public bool IsOnlyHere => Seq == 0;

    /// <summary>Whether there is anything to keep.</summary>
    public bool IsEmpty => !IsDeleted && LocalEx.Length == 0 && Message.Length == 0;

    /// <summary>In UTF-16 units.</summary>
    public int Length => LocalEx.Length + Message.Length;
}
