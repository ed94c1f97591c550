using System.Security.Cryptography;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Accounts that nobody logs in with: those that notifications are sent by (level 3) and robots (level 4).
/// </summary>
internal sealed class NotificationAccountRules(SandboxOptions options, UserStore users, TimeProvider time)
{
    private const int LowestLevel = 3;

    public Answer<AddNotificationAccountResp> Add(Caller caller, AddNotificationAccountReq request)
    {
        if (request.NickName.Length == 0)
            return ServerErrors.Arguments("nickname is empty");
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.AppMangerLevel < LowestLevel)
            return ServerErrors.Arguments("app level not supported");
        var account = new UserInfo
        {
            UserID = request.UserID.Length > 0 ? request.UserID : NewUserID(),
            Nickname = request.NickName,
            FaceURL = request.FaceURL,
            AppMangerLevel = request.AppMangerLevel,
            CreateTime = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        if (!users.TryAdd(account))
            return ServerErrors.Arguments("userID is used");
        return new AddNotificationAccountResp
        {
            UserID = account.UserID,
            NickName = account.Nickname,
            FaceURL = account.FaceURL,
            AppMangerLevel = account.AppMangerLevel,
        };
    }

    public Answer<UpdateNotificationAccountInfoResp> Update(Caller caller, UpdateNotificationAccountInfoReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.NickName.Length == 0 && request.FaceURL.Length == 0)
            return ServerErrors.Arguments("nickname or faceURL is empty");
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        var updated = users.Update(request.UserID, user =>
        {
            if (request.NickName.Length > 0)
                user.Nickname = request.NickName;
            if (request.FaceURL.Length > 0)
                user.FaceURL = request.FaceURL;
        });
        return updated is null
            ? ServerErrors.Arguments("userID is not exist")
            : new UpdateNotificationAccountInfoResp();
    }

    /// <summary>A keyword is a user id or, when no account has that, a nickname.</summary>
    public Answer<SearchNotificationAccountResp> Search(Caller caller, SearchNotificationAccountReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        var accounts = users.Where(user =>
            user.AppMangerLevel >= LowestLevel
            && user.UserID != options.AdminUserID
            && (!request.HasAppManagerLevel || user.AppMangerLevel == request.AppManagerLevel)
            && (request.Keyword.Length == 0 || user.UserID == request.Keyword || user.Nickname == request.Keyword));
        if (accounts.FirstOrDefault(user => user.UserID == request.Keyword) is { } named)
            accounts = [named];
        var answer = new SearchNotificationAccountResp { Total = accounts.Count };
        foreach (var account in Page.Of(accounts, request.Pagination))
            answer.NotificationAccounts.Add(new NotificationAccountInfo
            {
                UserID = account.UserID,
                NickName = account.Nickname,
                FaceURL = account.FaceURL,
                AppMangerLevel = account.AppMangerLevel,
            });
        return answer;
    }

    private string NewUserID()
    {
        string userID;
        do
            userID = RandomNumberGenerator.GetString("0123456789", 10);
        while (users.Find(userID) is not null);
        return userID;
    }
}
