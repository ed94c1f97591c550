using System.Security.Claims;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>What a token says of its bearer.</summary>
/// <param name="Session">The user and the platform.</param>
/// <param name="Expires">From when on the token is no longer good.</param>
internal sealed record TokenIdentity(SessionKey Session, DateTimeOffset Expires)
{
    private const string Expiry = "exp";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(TokenAuthentication.UserIdClaim, Session.UserId),
            new Claim(TokenAuthentication.PlatformIdClaim, $"{Session.PlatformId}", ClaimValueTypes.Integer32),
            new Claim(Expiry, $"{Expires.ToUnixTimeSeconds()}", ClaimValueTypes.Integer64),
        ],
        TokenAuthentication.Scheme, TokenAuthentication.UserIdClaim, roleType: null));

    /// <summary>Reads the claims back.</summary>
    public static TokenIdentity Of(ClaimsPrincipal principal) => new(
        new SessionKey(
            Claim(principal, TokenAuthentication.UserIdClaim), int.Parse(Claim(principal, TokenAuthentication.PlatformIdClaim))),
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Claim(principal, Expiry))));

    private static string Claim(ClaimsPrincipal principal, string type) =>
        principal.FindFirst(type)?.Value ?? throw new InvalidOperationException($"The connection has no claim {type}.");
}
