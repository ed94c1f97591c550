using System.Text.RegularExpressions;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Registering, reading and changing users.</summary>
internal sealed partial class UserRules(
    UserStore users,
    FriendChanges friends,
    GroupMemberChanges groupMembers,
    NotificationSender notifications,
    TimeProvider time)
{
    public Answer<UserRegisterResp> Register(Caller caller, UserRegisterReq request)
    {
        if (request.Users.Count == 0)
            return ServerErrors.Arguments("users are empty");
        foreach (var user in request.Users)
        {
            if (user.UserID.Length == 0)
                return ServerErrors.Arguments("userID is empty");
            if (user.Nickname.Length == 0)
                return ServerErrors.Arguments("user name is empty");
            if (!LegalUserID().IsMatch(user.UserID))
                return ServerErrors.Arguments("userID is legal");
        }
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.Users.DistinctBy(user => user.UserID).Count() != request.Users.Count)
            return ServerErrors.Arguments("userID repeated");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var user in request.Users)
            user.CreateTime = now;
        return users.TryAdd(request.Users)
            ? new UserRegisterResp()
            : ServerErrors.RegisteredAlready("userID registered already");
    }

    /// <summary>The older form: an empty text or a zero leaves the field as it is.</summary>
    public Answer<UpdateUserInfoResp> Update(Caller caller, UpdateUserInfoReq request)
    {
        if (request.UserInfo is not { UserID.Length: > 0 } changes)
            return ServerErrors.Arguments("UserID is empty");
        return Change(caller, changes.UserID, new UpdateUserInfoResp(), user =>
        {
            if (changes.Nickname.Length > 0)
                user.Nickname = changes.Nickname;
            if (changes.FaceURL.Length > 0)
                user.FaceURL = changes.FaceURL;
            if (changes.Ex.Length > 0)
                user.Ex = changes.Ex;
            if (changes.GlobalRecvMsgOpt != 0)
                user.GlobalRecvMsgOpt = changes.GlobalRecvMsgOpt;
        });
    }

    /// <summary>The newer form: what is there is stored, empty or not.</summary>
    public Answer<UpdateUserInfoExResp> UpdateEx(Caller caller, UpdateUserInfoExReq request)
    {
        if (request.UserInfo is not { UserID.Length: > 0 } changes)
            return ServerErrors.Arguments("UserID is empty");
        return Change(caller, changes.UserID, new UpdateUserInfoExResp(), user =>
        {
            user.Nickname = changes.Nickname ?? user.Nickname;
            user.FaceURL = changes.FaceURL ?? user.FaceURL;
            user.Ex = changes.Ex ?? user.Ex;
            user.GlobalRecvMsgOpt = changes.GlobalRecvMsgOpt ?? user.GlobalRecvMsgOpt;
        });
    }

    /// <summary>Whether the user gets messages at all. As on the server anybody may set it for anybody.</summary>
    public Answer<SetGlobalRecvMessageOptResp> SetGlobalRecvMsgOpt(Caller caller, SetGlobalRecvMessageOptReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("UserID is empty");
        if (request.GlobalRecvMsgOpt is < 0 or > 2)
            return ServerErrors.Arguments("GlobalRecvMsgOpt is invalid");
        return Store(caller, request.UserID, new SetGlobalRecvMessageOptResp(),
            user => user.GlobalRecvMsgOpt = request.GlobalRecvMsgOpt);
    }

    public Answer<GetDesignateUsersResp> GetDesignated(Caller caller, GetDesignateUsersReq request)
    {
        if (request.UserIDs.Count == 0)
            return ServerErrors.Arguments("UserIDs is empty");
        var answer = new GetDesignateUsersResp();
        foreach (var userID in request.UserIDs.Distinct())
            if (users.Find(userID) is { } user)
                answer.UsersInfo.Add(user);
        return answer;
    }

    public Answer<AccountCheckResp> CheckAccounts(Caller caller, AccountCheckReq request)
    {
        if (request.CheckUserIDs.Count == 0)
            return ServerErrors.Arguments("CheckUserIDs is empty");
        if (request.CheckUserIDs.Distinct().Count() != request.CheckUserIDs.Count)
            return ServerErrors.Arguments("userID repeated");
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        var answer = new AccountCheckResp();
        foreach (var userID in request.CheckUserIDs)
            answer.Results.Add(new AccountCheckRespSingleUserStatus
            {
                UserID = userID,
                AccountStatus = users.Find(userID) is null ? 0 : 1,
            });
        return answer;
    }

    public Answer<GetAllUserIDResp> GetAllUserIDs(Caller caller, GetAllUserIDReq request)
    {
        if (Page.Check(request.Pagination) is { } refusal)
            return refusal;
        var all = users.Where(_ => true);
        var answer = new GetAllUserIDResp { Total = all.Count };
        answer.UserIDs.Add(Page.Of(all, request.Pagination).Select(user => user.UserID));
        return answer;
    }

    /// <summary>Ordinary users page by page, all or those whose id or nickname contains what was asked for.</summary>
    public Answer<GetPaginationUsersResp> GetPage(Caller caller, GetPaginationUsersReq request)
    {
        if (Page.Check(request.Pagination) is { } refusal)
            return refusal;
        var found = users.Where(user => user.AppMangerLevel is 0 or 1 && (
            (request.UserID.Length == 0 && request.NickName.Length == 0)
            || Contains(user.UserID, request.UserID)
            || Contains(user.Nickname, request.NickName)));
        var answer = new GetPaginationUsersResp { Total = found.Count };
        answer.Users.Add(Page.Of(found, request.Pagination));
        return answer;
    }

    private static bool Contains(string text, string keyword) =>
        keyword.Length > 0 && text.Contains(keyword, StringComparison.OrdinalIgnoreCase);

    private Answer<T> Change<T>(Caller caller, string userID, T answer, Action<UserInfo> change) =>
        caller.MustBe(userID) is { } refusal ? refusal : Store(caller, userID, answer, change);

    /// <summary>
    /// Stores, and tells all devices of the user and of the one who did it; friends and groups hear of names
    /// and pictures.
    /// </summary>
    private Answer<T> Store<T>(Caller caller, string userID, T answer, Action<UserInfo> change)
    {
        if (users.Update(userID, change) is not var (before, after))
            return ServerErrors.RecordNotFound("record not found");
        notifications.ToUser(
            caller.OperationID,
            ContentType.UserInfoUpdated,
            caller.UserID,
            userID,
            new UserInfoUpdatedTips { UserID = userID });
        if (before.Nickname != after.Nickname || before.FaceURL != after.FaceURL)
        {
            friends.ProfileChanged(caller, userID);
            groupMembers.ProfileChanged(caller, userID);
        }
        return answer;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}_]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LegalUserID();
}
