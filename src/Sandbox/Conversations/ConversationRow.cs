using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>One conversation in the list of one user. Immutable: a change puts another row in its place.</summary>
/// <param name="ConversationID">Its name, shared with the other users' rows.</param>
/// <param name="ConversationType">One of <see cref="SessionType"/>.</param>
/// <param name="Target">The other user's id, or the group's.</param>
/// <param name="Settings">What the owner set.</param>
internal sealed record ConversationRow(
    string ConversationID, int ConversationType, string Target, ConversationSettings Settings)
{
    // Go's zero time, in milliseconds: what the real server has where no time was set.
    private const long NeverDestructed = -62135596800000;

    public static ConversationRow New(string conversationID, int conversationType, string target) =>
        new(conversationID, conversationType, target, ConversationSettings.Default);

    public string UserID => ConversationType == SessionType.Group ? "" : Target;

    public string GroupID => ConversationType == SessionType.Group ? Target : "";

    public Conversation ToWire(string owner) => new()
    {
        OwnerUserID = owner,
        ConversationID = ConversationID,
        ConversationType = ConversationType,
        UserID = UserID,
        GroupID = GroupID,
        RecvMsgOpt = Settings.RecvMsgOpt,
        IsPinned = Settings.IsPinned,
        IsPrivateChat = Settings.IsPrivateChat,
        GroupAtType = Settings.GroupAtType,
        BurnDuration = Settings.BurnDuration,
        AttachedInfo = Settings.AttachedInfo,
        Ex = Settings.Ex,
        IsMsgDestruct = Settings.IsMsgDestruct,
        MsgDestructTime = Settings.MsgDestructTime,
        LatestMsgDestructTime = NeverDestructed,
        MinSeq = Settings.MinSeq,
        MaxSeq = Settings.MaxSeq,
    };
}
