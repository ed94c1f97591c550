namespace OpenIM.SignalR.Sandbox;

/// <summary>What a token says of its bearer.</summary>
/// <param name="UserID">The user.</param>
/// <param name="PlatformID">The platform that the token was made for.</param>
/// <param name="ExpiresAt">When it ends, unix seconds.</param>
internal sealed record TokenClaims(string UserID, int PlatformID, long ExpiresAt);
