using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Authenticates by the user's OpenIM token. It comes as <c>Authorization: Bearer</c>, or in the query where a browser's
/// WebSocket can set no header: as <c>access_token</c> (SignalR's clients) or <c>token</c> (legacy clients).
/// </summary>
internal sealed class OpenImAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenVerifier tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        var identity = await tokens.Verify(token, Context.RequestAborted);
        return identity.IsOk
            ? AuthenticateResult.Success(new AuthenticationTicket(identity.Value!.ToPrincipal(), Scheme.Name))
            : AuthenticateResult.Fail(identity.Error.ToString(), new AuthenticationProperties
            {
                Items = { [TokenAuthentication.ErrorItem] = identity.Error.ToString() },
            });
    }

    /// <summary>401 for a token that is not good, 503 when OpenIM could not be asked; the body has OpenIM's code.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var refused = await HandleAuthenticateOnceSafeAsync();
        var error = ErrorOf(refused.Properties)
            ?? new OpenImError(ErrorCode.Arguments, "A token is needed, as access token or as Authorization: Bearer");
        var unasked = error.Code is ErrorCode.Network or ErrorCode.NetworkTimeout or ErrorCode.Internal;
        Response.StatusCode = unasked ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        if (!unasked)
            Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        await Response.WriteAsJsonAsync(new JsonObject { ["errCode"] = error.Code, ["errMsg"] = error.Message });
    }

    private static OpenImError? ErrorOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(TokenAuthentication.ErrorItem, out var text) == true
        && text?.Split(' ', 2) is [var code, var message]
            ? new OpenImError(int.Parse(code), message)
            : null;

    private static string? TokenOf(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return header.Parameter;
        return (string?)request.Query["access_token"] ?? request.Query["token"];
    }
}
