using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using SetGroupMemberInfo = OpenIM.SignalR.Contracts.SetGroupMemberInfo;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    public Task<Result> InviteUserToGroup(
        string groupID, string reason, IReadOnlyList<string> userIDs, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.InviteUserToGroup,
            new InviteUserToGroupReq { GroupID = groupID, Reason = reason, InvitedUserIDs = { Given(userIDs) } },
            cancellationToken);

    public Task<Result> KickGroupMember(
        string groupID, string reason, IReadOnlyList<string> userIDs, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.KickGroup,
            new KickGroupMemberReq { GroupID = groupID, Reason = reason, KickedUserIDs = { Given(userIDs) } },
            cancellationToken);

    public Task<Result> SetGroupMemberInfo(SetGroupMemberInfo request, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.SetGroupMemberInfo,
            new SetGroupMemberInfoReq
            {
                Members =
                {
                    new Upstream.Wire.SetGroupMemberInfo
                    {
                        GroupID = request.GroupID,
                        UserID = request.UserID,
                        Nickname = request.Nickname,
                        FaceURL = request.FaceURL,
                        RoleLevel = request.RoleLevel,
                        Ex = request.Ex,
                    },
                },
            },
            cancellationToken);

    public Task<Result> ChangeGroupMemberMute(
        string groupID, string userID, int mutedSeconds, CancellationToken cancellationToken) => mutedSeconds switch
    {
        < 0 => Task.FromResult<Result>(Errors.Arguments("mutedSeconds must not be negative")),
        0 => ChangeGroup(
            _groupApi.CancelMuteGroupMember,
            new CancelMuteGroupMemberReq { GroupID = groupID, UserID = userID },
            cancellationToken),
        _ => ChangeGroup(
            _groupApi.MuteGroupMember,
            new MuteGroupMemberReq { GroupID = groupID, UserID = userID, MutedSeconds = (uint)mutedSeconds },
            cancellationToken),
    };
}
