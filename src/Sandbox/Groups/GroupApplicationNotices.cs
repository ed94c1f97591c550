using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Tells of requests to come into a group (1503) and of the answers to them (1505, 1506): each receiver gets one of his
/// own, with the same uuid. The real server also means to say in which role somebody gets it (<c>receiverAs</c>), but
/// says 0 to all.
/// </summary>
internal sealed class GroupApplicationNotices(GroupStore groups, GroupTips tips, NotificationSender notifications)
{
    /// <summary>To those who can answer, the one who asks, and the caller.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="request">The request as it is stored.</param>
    /// <param name="applicant">Who is shown as the one who asks: of an invitation, the inviter.</param>
    public void Asked(Caller caller, GroupRequest request, string applicant)
    {
        var groupID = request.GroupInfo.GroupID;
        var asked = new JoinGroupApplicationTips
        {
            Group = groups.Find(groupID),
            Applicant = tips.Public(applicant),
            ReqMsg = request.ReqMsg,
            Uuid = NewUuid(),
            Request = Shown(request),
        };
        Tell(caller, ContentType.JoinGroupApplication, [.. Leaders(groupID), applicant, caller.UserID], asked);
    }

    /// <summary>To those who could have answered, and to the one whom the request is about.</summary>
    public void Accepted(Caller caller, GroupRequest request, string handledMsg)
    {
        var groupID = request.GroupInfo.GroupID;
        var accepted = new GroupApplicationAcceptedTips
        {
            Group = groups.Find(groupID),
            OpUser = tips.Operator(caller, groupID),
            HandleMsg = handledMsg,
            Uuid = NewUuid(),
            Request = Shown(request),
        };
        Tell(
            caller, ContentType.GroupApplicationAccepted, [.. Leaders(groupID), request.UserInfo.UserID], accepted);
    }

    /// <inheritdoc cref="Accepted"/>
    public void Rejected(Caller caller, GroupRequest request, string handledMsg)
    {
        var groupID = request.GroupInfo.GroupID;
        var rejected = new GroupApplicationRejectedTips
        {
            Group = groups.Find(groupID),
            OpUser = tips.Operator(caller, groupID),
            HandleMsg = handledMsg,
            Uuid = NewUuid(),
            Request = Shown(request),
        };
        Tell(
            caller, ContentType.GroupApplicationRejected, [.. Leaders(groupID), request.UserInfo.UserID], rejected);
    }

    private IEnumerable<string> Leaders(string groupID) => groups.MembersOf(groupID)
        .TakeWhile(member => member.RoleLevel >= GroupRole.Admin)
        .Select(member => member.UserID);

    private GroupRequest Shown(GroupRequest request)
    {
        var shown = request.Clone();
        shown.UserInfo = tips.Public(request.UserInfo.UserID);
        shown.GroupInfo = null;
        return shown;
    }

    private void Tell(Caller caller, int contentType, IEnumerable<string> receivers, IMessage about)
    {
        foreach (var receiver in receivers.Distinct(StringComparer.Ordinal))
            notifications.ToUser(caller.OperationID, contentType, caller.UserID, receiver, about);
    }

    private static string NewUuid() => Guid.NewGuid().ToString();
}
