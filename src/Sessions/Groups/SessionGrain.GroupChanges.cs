using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using CreateGroupReq = OpenIM.SignalR.Contracts.CreateGroupReq;
using GroupInfo = OpenIM.SignalR.Contracts.GroupInfo;
using SetGroupInfoExReq = OpenIM.SignalR.Contracts.SetGroupInfoExReq;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Changing groups. Whether one may is for the server to say. That one is in a group or no longer is told before the
/// answer; everything else comes with the server's notification, which tells it to all members, this one too.
/// </content>
internal sealed partial class SessionGrain
{
    private const int WorkGroup = 2;

    public async Task<Result<GroupInfo>> CreateGroup(CreateGroupReq request, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var group = request.GroupInfo ?? new GroupInfo();
        if (group.GroupType != WorkGroup)
            return Errors.GroupType;
        var created = new Upstream.Wire.CreateGroupReq
        {
            MemberUserIDs = { Given(request.MemberUserIDs) },
            AdminUserIDs = { Given(request.AdminUserIDs) },
            OwnerUserID = request.OwnerUserID.Length > 0 ? request.OwnerUserID : Key.UserId,
            GroupInfo = group.ToWire(),
        };
        created.GroupInfo.CreatorUserID = Key.UserId; // The server takes whatever stands there.
        if (request.SendMessage is { } sendMessage)
            created.SendMessage = sendMessage;
        var answer = await Call(_groupApi.CreateGroup, created, cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        var info = answer.Value!.GroupInfo ?? new Upstream.Wire.GroupInfo();
        await SyncJoinedGroups(info, isMember: true);
        return info.ToGroupInfo();
    }

    public Task<Result> JoinGroup(
        string groupID, string reqMsg, int joinSource, string ex, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.JoinGroup,
            new JoinGroupReq
            {
                GroupID = groupID,
                ReqMessage = reqMsg,
                JoinSource = joinSource,
                InviterUserID = Key.UserId, // Who joins, in the server's own words.
                Ex = ex,
            },
            cancellationToken);

    public async Task<Result> QuitGroup(string groupID, CancellationToken cancellationToken)
    {
        var quit = await ChangeGroup(
            _groupApi.QuitGroup, new QuitGroupReq { GroupID = groupID, UserID = Key.UserId }, cancellationToken);
        if (quit.IsOk)
            await SyncJoinedGroups(new() { GroupID = groupID }, isMember: false);
        return quit;
    }

    /// <summary>
    /// The server takes the members out when it tells them: until then there is nothing that could be told here.
    /// </summary>
    public Task<Result> DismissGroup(string groupID, CancellationToken cancellationToken) =>
        ChangeGroup(_groupApi.DismissGroup, new DismissGroupReq { GroupID = groupID }, cancellationToken);

    public Task<Result> SetGroupInfo(SetGroupInfoExReq request, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.SetGroupInfoEx,
            new Upstream.Wire.SetGroupInfoExReq
            {
                GroupID = request.GroupID,
                GroupName = request.GroupName,
                Notification = request.Notification,
                Introduction = request.Introduction,
                FaceURL = request.FaceURL,
                Ex = request.Ex,
                NeedVerification = request.NeedVerification,
                LookMemberInfo = request.LookMemberInfo,
                ApplyMemberFriend = request.ApplyMemberFriend,
            },
            cancellationToken);

    public Task<Result> ChangeGroupMute(string groupID, bool isMute, CancellationToken cancellationToken) => isMute
        ? ChangeGroup(_groupApi.MuteGroup, new MuteGroupReq { GroupID = groupID }, cancellationToken)
        : ChangeGroup(_groupApi.CancelMuteGroup, new CancelMuteGroupReq { GroupID = groupID }, cancellationToken);

    public Task<Result> TransferGroupOwner(
        string groupID, string newOwnerUserID, CancellationToken cancellationToken) =>
        ChangeGroup(
            _groupApi.TransferGroup,
            new TransferGroupOwnerReq
            {
                GroupID = groupID, OldOwnerUserID = Key.UserId, NewOwnerUserID = newOwnerUserID,
            },
            cancellationToken);

    private async Task<Result> ChangeGroup<TRequest, TResponse>(
        Func<TRequest, string, string, CancellationToken, Task<Upstream.OpenImResponse<TResponse>>> method,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : class, new()
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(method, request, cancellationToken);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    private static IEnumerable<string> Given(IReadOnlyList<string>? ids) => ids?.Select(static id => id ?? "") ?? [];
}
