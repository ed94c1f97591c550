using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What a notification says has happened in a group: the group as it is now, and the members who are concerned, whole.
/// </summary>
/// <param name="Group">As it is afterwards.</param>
/// <param name="Stamp">The version of the member list afterwards; null when the list was not touched.</param>
internal sealed record GroupTip(GroupInfo Group, VersionStamp? Stamp)
{
    /// <summary>Who came in.</summary>
    public IReadOnlyList<GroupMemberFullInfo> Entered { get; init; } = [];

    /// <summary>Who went, as they were.</summary>
    public IReadOnlyList<GroupMemberFullInfo> Left { get; init; } = [];

    /// <summary>Who is otherwise now.</summary>
    public IReadOnlyList<GroupMemberFullInfo> Changed { get; init; } = [];

    /// <summary>The group was just made, with all its members.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Whether the group itself is otherwise now: its profile, its owner, the number of its members.</summary>
    public bool IsGroupChanged { get; init; } = true;

    /// <summary>Null when it is about no change of a group or its members, or cannot be read.</summary>
    public static GroupTip? Read(MsgData notification) => notification.ContentType switch
    {
        GroupNotification.Created => Of<GroupCreatedTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with { IsCreation = true }),
        GroupNotification.InfoSet => Of<GroupInfoSetTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.MemberQuit => Of<MemberQuitTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with { Left = One(tips.QuitUser) }),
        GroupNotification.OwnerTransferred => Of<GroupOwnerTransferredTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with
            {
                Changed = [.. One(tips.OldGroupOwnerInfo), .. One(tips.NewGroupOwner)],
            }),
        GroupNotification.MemberKicked => Of<MemberKickedTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with { Left = tips.KickedUserList }),
        GroupNotification.MemberInvited => Of<MemberInvitedTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with
            {
                Entered = tips.InvitedUserList,
            }),
        GroupNotification.MemberEntered => Of<MemberEnterTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion) with
            {
                Entered = One(tips.EntrantUser),
            }),
        GroupNotification.MemberMuted => Of<GroupMemberMutedTips>(notification, static tips =>
            OfMember(tips.Group, tips.MutedUser, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.MemberCancelMuted => Of<GroupMemberCancelMutedTips>(notification, static tips =>
            OfMember(tips.Group, tips.MutedUser, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.Muted => Of<GroupMutedTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.CancelMuted => Of<GroupCancelMutedTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.MemberInfoSet or GroupNotification.MemberSetToAdmin
            or GroupNotification.MemberSetToOrdinary => Of<GroupMemberInfoSetTips>(notification, static tips =>
                OfMember(tips.Group, tips.ChangedUser, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.AnnouncementSet => Of<GroupInfoSetAnnouncementTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        GroupNotification.NameSet => Of<GroupInfoSetNameTips>(notification, static tips =>
            About(tips.Group, tips.GroupMemberVersionID, tips.GroupMemberVersion)),
        _ => null,
    };

    /// <summary>Several, one after another, as one: what came out in the end.</summary>
    /// <param name="tips">At least one, all of one group.</param>
    public static GroupTip Merge(IReadOnlyList<GroupTip> tips)
    {
        var members = new OrderedDictionary<string, (bool WasOne, bool IsOne, GroupMemberFullInfo Row)>(
            StringComparer.Ordinal);
        foreach (var tip in tips)
        {
            foreach (var member in tip.Entered)
                Note(member, wasOne: false, isOne: true);
            foreach (var member in tip.Changed)
                Note(member, wasOne: true, isOne: true);
            foreach (var member in tip.Left)
                Note(member, wasOne: true, isOne: false);
        }
        return new GroupTip(tips[^1].Group, tips.LastOrDefault(static tip => tip.Stamp is not null)?.Stamp)
        {
            Entered = Rows(wereOne: false, areOne: true),
            Changed = Rows(wereOne: true, areOne: true),
            Left = Rows(wereOne: true, areOne: false),
            IsGroupChanged = tips.Any(static tip => tip.IsGroupChanged),
        };

        void Note(GroupMemberFullInfo member, bool wasOne, bool isOne) =>
            members[member.UserID] = (
                members.TryGetValue(member.UserID, out var known) ? known.WasOne : wasOne, isOne, member);

        GroupMemberFullInfo[] Rows(bool wereOne, bool areOne) =>
        [
            .. members.Values.Where(member => member.WasOne == wereOne && member.IsOne == areOne)
                .Select(static member => member.Row),
        ];
    }

    private static GroupTip? Of<T>(MsgData notification, Func<T, GroupTip> read)
        where T : class, Google.Protobuf.IMessage<T>
    {
        if (NotificationContent.Read<T>(notification) is not { } tips
            || read(tips) is not { Group.GroupID.Length: > 0 } tip)
            return null;
        return tip.Stamp is { } stamp ? tip with { Stamp = stamp with { Time = notification.SendTime } } : tip;
    }

    private static GroupTip About(GroupInfo? group, string versionID, ulong version) =>
        new(group ?? new GroupInfo(), versionID.Length > 0 && version > 0 ? new(versionID, version) : null);

    private static GroupTip OfMember(
        GroupInfo? group, GroupMemberFullInfo? member, string versionID, ulong version) =>
        About(group ?? new GroupInfo { GroupID = member?.GroupID ?? "" }, versionID, version) with
        {
            Changed = One(member), IsGroupChanged = false,
        };

    private static GroupMemberFullInfo[] One(GroupMemberFullInfo? member) => member is null ? [] : [member];
}
