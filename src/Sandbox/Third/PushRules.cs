using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The endpoints by which clients get ready for offline push.</summary>
internal sealed class PushRules(PushRegistrations registrations)
{
    /// <summary>The account is the user's id; the server does not compare it with the token.</summary>
    public Answer<FcmUpdateTokenResp> UpdateToken(Caller caller, FcmUpdateTokenReq request)
    {
        if (!Platforms.IsKnown(request.PlatformID))
            return ServerErrors.Arguments("platformID is invalidate");
        if (request.FcmToken.Length == 0)
            return ServerErrors.Arguments("FcmToken is empty");
        if (request.Account.Length == 0)
            return ServerErrors.Arguments("account is empty");
        registrations.SetDevice(
            new PushDevice(request.Account, request.PlatformID, request.FcmToken, request.ExpireTime));
        return new FcmUpdateTokenResp();
    }

    public Answer<SetAppBadgeResp> SetBadge(Caller caller, SetAppBadgeReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("UserID is empty");
        if (caller.MustBe(request.UserID) is { } error)
            return error;
        registrations.SetBadge(request.UserID, request.AppUnreadCount);
        return new SetAppBadgeResp();
    }
}
