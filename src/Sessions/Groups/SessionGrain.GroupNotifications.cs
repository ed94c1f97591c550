using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What the server says of groups, to each who is concerned.
/// <code>
///   1503 applied, 1505 / 1506 answered   OnGroupApplicationAdded / Accepted / Rejected, once for each uuid
///   1501, 1509, 1510 with this user      joined groups are synced: OnJoinedGroupAdded
///   1504, 1508 of this user              joined groups are synced: OnJoinedGroupDeleted
///   1511 dismissed                       OnGroupDismissed, then as when one leaves
///   all other                            what they say, if it is new (<see cref="MemberVersions"/>): OnGroupMember…,
///                                        OnGroupInfoChanged
/// </code>
/// Notifications carry whole rows, so that nothing has to be asked for or kept to tell them.
/// </content>
internal sealed partial class SessionGrain
{
    private const int RecentApplications = 32;

    private readonly RecentRows<string> _toldApplications = new(RecentApplications);

    /// <summary>False when it is about something else.</summary>
    private async Task<bool> ReceiveGroupNotification(MsgData notification, CancellationToken life)
    {
        switch (notification.ContentType)
        {
            case GroupNotification.JoinApplication
                when NotificationContent.Read<JoinGroupApplicationTips>(notification) is { } tips:
                await TellGroupApplication(
                    "OnGroupApplicationAdded", tips.Uuid, tips.Request, tips.Group, tips.Applicant?.UserID, life);
                break;
            case GroupNotification.ApplicationAccepted
                when NotificationContent.Read<GroupApplicationAcceptedTips>(notification) is { } tips:
                await TellGroupApplication(
                    "OnGroupApplicationAccepted", tips.Uuid, tips.Request, tips.Group, Key.UserId, life);
                break;
            case GroupNotification.ApplicationRejected
                when NotificationContent.Read<GroupApplicationRejectedTips>(notification) is { } tips:
                await TellGroupApplication(
                    "OnGroupApplicationRejected", tips.Uuid, tips.Request, tips.Group, Key.UserId, life);
                break;
            case GroupNotification.Dismissed
                when NotificationContent.Read<GroupDismissedTips>(notification) is { } tips:
                if (tips.Group is { } dismissed)
                {
                    Events.Raise("OnGroupDismissed", dismissed.ToLocalGroup(), Json.Relaxed.LocalGroup);
                    _ = SyncJoinedGroups(dismissed, isMember: false);
                }
                break;
            default:
                if (GroupTip.Read(notification) is not { } tip)
                    return GroupNotification.IsOne(notification.ContentType);
                await TakeGroupTip(tip, life);
                break;
        }
        return true;
    }

    private async Task TakeGroupTip(GroupTip tip, CancellationToken life)
    {
        var groupID = tip.Group.GroupID;
        if (tip.IsCreation || tip.Entered.Any(IsSelf))
        {
            ForgetOwnNickname(groupID);
            _ = SyncJoinedGroups(tip.Group, isMember: true);
            FollowMembers(groupID, tip.Stamp);
        }
        else if (tip.Left.Any(IsSelf))
        {
            _ = SyncJoinedGroups(tip.Group, isMember: false);
        }
        else
        {
            switch (MemberVersions.Judge(groupID, tip.Stamp))
            {
                case MemberVersionVerdict.Apply:
                    await TellGroupTip(tip, life);
                    break;
                case MemberVersionVerdict.Ask:
                    _ = SyncGroupMembers([groupID], tip);
                    break;
            }
        }
    }

    /// <summary>
    /// What was missed is told as one change of each group: who came and went again, and what was changed twice, is
    /// nothing that clients could show. What was before this user came or went himself is not his.
    /// </summary>
    private async Task TakeMissedGroupTips(List<GroupTip> missed, CancellationToken life)
    {
        foreach (var group in missed.GroupBy(static tip => tip.Group.GroupID, StringComparer.Ordinal))
        {
            var tips = group.ToList();
            var last = tips.FindLastIndex(tip => tip.IsCreation || tip.Entered.Any(IsSelf) || tip.Left.Any(IsSelf));
            if (last >= 0)
                await TakeGroupTip(tips[last], life);
            var fresh = tips.Skip(last + 1)
                .Where(tip => MemberVersions.Judge(group.Key, tip.Stamp) != MemberVersionVerdict.Ignore).ToList();
            if (fresh.Count == 0)
                continue;
            var merged = GroupTip.Merge(fresh);
            if (MemberVersions.Judge(group.Key, fresh[0].Stamp) == MemberVersionVerdict.Ask)
                _ = SyncGroupMembers([group.Key], merged);
            else
                await TellGroupTip(merged, life);
        }
    }

    /// <summary>
    /// Of a group's messages that were missed, those that say that this user came or went: the server pushes nothing in
    /// the first moments of a connection, and keeps of what it says of groups only the line for the chat.
    /// </summary>
    private async Task TakeOwnMemberships(IEnumerable<MsgData> missed, CancellationToken life)
    {
        var own = missed.Select(GroupTip.Read).OfType<GroupTip>()
            .Where(tip => tip.IsCreation || tip.Entered.Any(IsSelf) || tip.Left.Any(IsSelf));
        foreach (var tips in own.GroupBy(static tip => tip.Group.GroupID, StringComparer.Ordinal).ToList())
            await TakeGroupTip(tips.Last(), life);
    }

    private bool IsSelf(GroupMemberFullInfo member) => member.UserID == Key.UserId;

    /// <summary>
    /// One who is concerned in two ways gets it twice. Servers that leave the application out are asked for it.
    /// </summary>
    private async Task TellGroupApplication(
        string name, string uuid, GroupRequest? application, Upstream.Wire.GroupInfo? group, string? userID,
        CancellationToken life)
    {
        if (uuid.Length > 0 && _toldApplications.TryGet(name + uuid, out _))
            return;
        if (uuid.Length > 0)
            _toldApplications.Set(name + uuid, uuid);
        if (application is null)
        {
            var request = new GetSpecifiedUserGroupRequestInfoReq
            {
                GroupID = group?.GroupID ?? "", UserID = userID ?? "",
            };
            var answer = await Call(_groupApi.GetSpecifiedUserGroupRequestInfo, request, life);
            application = answer.Value?.GroupRequests.FirstOrDefault();
        }
        if (application is null || life.IsCancellationRequested)
            return;
        application.GroupInfo ??= group;
        Events.Raise(name, application.ToLocalGroupRequest(), Json.Relaxed.LocalGroupRequest);
    }
}
