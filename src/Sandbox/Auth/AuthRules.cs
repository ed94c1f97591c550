using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Giving tokens out, reading them, taking them back.</summary>
internal sealed class AuthRules(
    SandboxOptions options, TokenStore tokens, UserStore users, MultiLogin multiLogin, TimeProvider time)
{
    private const int LowestAppAccountLevel = 3;

    private readonly JsonWebToken _jwt = new(options.Secret, time);

    public Answer<GetAdminTokenResp> GetAdminToken(Caller caller, GetAdminTokenReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (request.Secret != options.Secret)
            return ServerErrors.NoPermission("secret invalid");
        if (request.UserID != options.AdminUserID)
            return ServerErrors.Arguments(
                $"userID is error., userID={request.UserID}, adminUserID=[{options.AdminUserID}]");
        var claims = Claims(request.UserID, Platforms.Admin);
        var token = _jwt.Write(claims);
        tokens.AddAdmin(token, claims);
        return new GetAdminTokenResp { Token = token, ExpireTimeSeconds = LifetimeSeconds };
    }

    public Answer<GetUserTokenResp> GetUserToken(Caller caller, GetUserTokenReq request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.PlatformID == Platforms.Admin)
            return ServerErrors.NoPermission("platformID invalid. platformID must not be adminPlatformID");
        if (request.UserID == options.AdminUserID)
            return ServerErrors.NoPermission("don't get Admin token");
        if (users.Find(request.UserID) is not { } user)
            return ServerErrors.RecordNotFound("record not found");
        if (user.AppMangerLevel >= LowestAppAccountLevel)
            return ServerErrors.Arguments("app account can`t get token");
        var claims = Claims(request.UserID, request.PlatformID);
        var token = _jwt.Write(claims);
        tokens.Add(token, claims);
        return new GetUserTokenResp { Token = token, ExpireTimeSeconds = LifetimeSeconds };
    }

    public Answer<ParseTokenResp> ParseToken(Caller caller, ParseTokenReq request)
    {
        if (request.Token.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        var token = Parse(request.Token);
        return token.IsOk
            ? new ParseTokenResp
            {
                UserID = token.Value.UserID,
                PlatformID = token.Value.PlatformID,
                ExpireTimeSeconds = token.Value.ExpiresAt,
            }
            : token.Error;
    }

    public Answer<ForceLogoutResp> ForceLogout(Caller caller, ForceLogoutReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("userID is empty");
        if (!Platforms.IsKnown(request.PlatformID))
            return ServerErrors.Arguments("platformID is invalid");
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        multiLogin.ForceLogout(request.UserID, request.PlatformID);
        return new ForceLogoutResp();
    }

    /// <summary>Who a token is for, or the one of 1501 to 1507 that says why it is not good (any more).</summary>
    public Answer<TokenClaims> Parse(string token)
    {
        // A known token was signed here: only what changes with time is left to look at.
        if (tokens.Find(token) is { } known)
            return known.State switch
            {
                TokenState.Normal => known.Claims,
                TokenState.Expired => ServerErrors.TokenExpired,
                _ => ServerErrors.TokenKicked,
            };
        var read = _jwt.Read(token);
        return read.IsOk ? ServerErrors.TokenNotExist : read.Error;
    }

    private long LifetimeSeconds => (long)options.TokenLifetime.TotalSeconds;

    private TokenClaims Claims(string userID, int platformID) =>
        new(userID, platformID, time.GetUtcNow().ToUnixTimeSeconds() + LifetimeSeconds);
}
