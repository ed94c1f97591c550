using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>The errors of tokens that the gateway finds itself, in the server's words.</summary>
internal static class TokenErrors
{
    public static OpenImError Expired { get; } = new(ErrorCode.TokenExpired, "TokenExpiredError");

    /// <summary>The token is good, but not for this user on this platform.</summary>
    public static OpenImError Invalid { get; } = new(ErrorCode.TokenInvalid, "TokenInvalidError");
}
