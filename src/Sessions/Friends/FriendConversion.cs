using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>The SDK's forms of what the server says of friends, blocked users and requests.</summary>
internal static class FriendConversion
{
    /// <summary>The year 5138; as milliseconds it is 1973.</summary>
    private const long LatestInSeconds = 100_000_000_000;

    public static LocalFriend ToLocalFriend(this FriendInfo friend) => new()
    {
        OwnerUserID = friend.OwnerUserID,
        UserID = friend.FriendUser?.UserID ?? "",
        Remark = friend.Remark,
        CreateTime = friend.CreateTime,
        AddSource = friend.AddSource,
        OperatorUserID = friend.OperatorUserID,
        Nickname = friend.FriendUser?.Nickname ?? "",
        FaceURL = friend.FriendUser?.FaceURL ?? "",
        Ex = friend.Ex,
        IsPinned = friend.IsPinned,
    };

    public static LocalFriendRequest ToLocalFriendRequest(this FriendRequest application) => new()
    {
        FromUserID = application.FromUserID,
        FromNickname = application.FromNickname,
        FromFaceURL = application.FromFaceURL,
        ToUserID = application.ToUserID,
        ToNickname = application.ToNickname,
        ToFaceURL = application.ToFaceURL,
        HandleResult = application.HandleResult,
        ReqMsg = application.ReqMsg,
        CreateTime = application.CreateTime,
        HandlerUserID = application.HandlerUserID,
        HandleMsg = application.HandleMsg,
        HandleTime = application.HandleTime,
        Ex = application.Ex,
    };

    /// <summary>
    /// Seconds, as friends have them. The server says seconds in its list of all blocked users and milliseconds in
    /// the one of those asked for.
    /// </summary>
    public static LocalBlack ToLocalBlack(this BlackInfo black) => new()
    {
        OwnerUserID = black.OwnerUserID,
        BlockUserID = black.BlackUserInfo?.UserID ?? "",
        Nickname = black.BlackUserInfo?.Nickname ?? "",
        FaceURL = black.BlackUserInfo?.FaceURL ?? "",
        CreateTime = black.CreateTime > LatestInSeconds ? black.CreateTime / 1000 : black.CreateTime,
        AddSource = black.AddSource,
        OperatorUserID = black.OperatorUserID,
        Ex = black.Ex,
    };
}
