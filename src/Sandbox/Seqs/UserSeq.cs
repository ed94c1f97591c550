namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What a conversation knows of one of its users. Guarded by the <see cref="MessageLog"/> that owns it.
/// </summary>
internal sealed class UserSeq(string userID)
{
    public string UserID { get; } = userID;

    /// <summary>The oldest seq that the user sees; he cleared what is older.</summary>
    public long MinSeq { get; set; }

    /// <summary>The newest seq that the user has read.</summary>
    public long HasReadSeq { get; set; }

    /// <summary>Seqs that the user deleted for himself.</summary>
    public HashSet<long>? Deleted { get; set; }
}
