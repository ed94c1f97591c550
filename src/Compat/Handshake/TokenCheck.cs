using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Handshake;

/// <summary>Who the token says a legacy client is.</summary>
/// <param name="User">Set when the token is good and belongs to the user and platform of the query.</param>
/// <param name="Error">
/// Set otherwise: the server's code, or <see cref="ErrorCode.Network"/> when it could not be asked.
/// </param>
internal readonly record struct TokenCheck(ClaimsPrincipal? User, OpenImError? Error)
{
    private static readonly OpenImError Foreign =
        new(ErrorCode.TokenInvalid, "the token belongs to another user or platform");

    private static readonly OpenImError Malformed = new(ErrorCode.TokenMalformed, "the token cannot be checked");

    /// <summary>Asks the host's authentication, which finds tokens in the header.</summary>
    public static async Task<TokenCheck> RunAsync(HttpContext context, LegacyRequest request)
    {
        context.Request.Headers.Authorization = $"Bearer {request.Token}";
        var result = await context.AuthenticateAsync(TokenAuthentication.Scheme);
        if (result.Succeeded)
            return IsSame(result.Principal, request) ? new(result.Principal, null) : new(null, Foreign);

        var text = result.Properties?.GetString(TokenAuthentication.ErrorItem);
        return new(null, text is null ? Malformed : HubError.ReadBare(text));
    }

    private static bool IsSame(ClaimsPrincipal user, LegacyRequest request) =>
        user.FindFirstValue(TokenAuthentication.UserIdClaim) == request.SendId
        && user.FindFirstValue(TokenAuthentication.PlatformIdClaim) is { } platform
        && platform == request.PlatformId?.ToString(CultureInfo.InvariantCulture);
}
