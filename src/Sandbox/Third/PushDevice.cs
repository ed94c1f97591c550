namespace OpenIM.SignalR.Sandbox;

/// <summary>Where a vendor's offline push would reach a user on one platform.</summary>
/// <param name="ExpireTime">When the token ends, as the client gave it.</param>
internal sealed record PushDevice(string UserID, int PlatformID, string Token, long ExpireTime);
