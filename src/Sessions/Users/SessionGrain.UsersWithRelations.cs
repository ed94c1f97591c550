using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>
    /// Profiles with what the session's user has to do with them. The relations are asked for side by side; they are
    /// per user and not kept.
    /// </summary>
    public async Task<Result<IReadOnlyList<FullUserInfoWithCache>>> GetUsersInfoWithCache(
        IReadOnlyList<string> userIDs, string groupID, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var profiles = await _profiles.Get(userIDs, FetchUsers, cancellationToken);
        if (!profiles.IsOk)
            return profiles.Error;
        // The server refuses lists that are empty or hold somebody twice; of oneself it knows no relation.
        string[] everybody = [.. profiles.Value!.Select(static profile => profile.UserID)];
        string[] others = [.. everybody.Where(userID => userID != Key.UserId)];
        var friendsTask = FriendsAmong(others, cancellationToken);
        var blacksTask = BlacksAmong(others, cancellationToken);
        var membersTask = MembersAmong(groupID, everybody, cancellationToken);
        var (friends, blacks, members) = (await friendsTask, await blacksTask, await membersTask);
        if ((friends.Error ?? blacks.Error ?? members.Error) is { } failure)
            return failure;
        return profiles.Value!.Select(profile => new FullUserInfoWithCache
        {
            PublicInfo = profile.ToPublicUser(),
            FriendInfo = friends.Value!.FriendsInfo
                .FirstOrDefault(friend => friend.FriendUser?.UserID == profile.UserID)?.ToLocalFriend(),
            BlackInfo = blacks.Value!.Blacks
                .FirstOrDefault(black => black.BlackUserInfo?.UserID == profile.UserID)?.ToLocalBlack(),
            GroupMemberInfo = members.Value!.Members
                .FirstOrDefault(member => member.UserID == profile.UserID)?.ToLocalGroupMember(),
        }).ToArray();
    }

    private Task<Result<GetGroupMembersInfoResp>> MembersAmong(
        string groupID, string[] userIDs, CancellationToken cancellationToken) =>
        groupID.Length == 0 || userIDs.Length == 0
            ? Task.FromResult<Result<GetGroupMembersInfoResp>>(new GetGroupMembersInfoResp())
            : Call(
                _groupApi.GetGroupMembersInfo,
                new GetGroupMembersInfoReq { GroupID = groupID, UserIDs = { userIDs } },
                cancellationToken);
}
