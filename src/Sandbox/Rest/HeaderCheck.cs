namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What every POST must bring, checked before the path is looked at: an operationID, then a token that is good. The two
/// paths by which tokens come into being and are read need none.
/// </summary>
internal sealed class HeaderCheck(SandboxOptions options, AuthRules auth)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return next(context);
        var caller = Identify(context.Request);
        if (!caller.IsOk)
            return Envelope.WriteErrorAsync(context, caller.Error).AsTask();
        context.Features.Set(caller.Value);
        return next(context);
    }

    private Answer<Caller> Identify(HttpRequest request)
    {
        var operationID = request.Headers["operationID"].ToString();
        if (operationID.Length == 0)
            return ServerErrors.Arguments("header must have operationID");
        var path = request.Path.Value ?? "";
        if (path.StartsWith("/auth/get_admin_token", StringComparison.Ordinal)
            || path.StartsWith("/auth/parse_token", StringComparison.Ordinal))
            return new Caller("", 0, IsAdmin: false, operationID);
        var token = request.Headers["token"].ToString();
        if (token.Length == 0)
            return ServerErrors.Arguments("header must have token");
        var claims = auth.Parse(token);
        return claims.IsOk
            ? new Caller(
                claims.Value.UserID, claims.Value.PlatformID, claims.Value.UserID == options.AdminUserID, operationID)
            : claims.Error;
    }
}
