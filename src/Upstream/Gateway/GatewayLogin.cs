namespace OpenIM.SignalR.Upstream;

/// <summary>Who opens a connection to the message gateway.</summary>
/// <param name="UserID">The user that the token belongs to.</param>
/// <param name="PlatformID">The platform that the token was made for.</param>
/// <param name="Token">The user's token.</param>
/// <param name="OperationID">Free text for tracing, not empty.</param>
/// <param name="IsBackground">Whether the app is in the background. The server ignores it and wants it to be
/// there.</param>
public sealed record GatewayLogin(
    string UserID, int PlatformID, string Token, string OperationID, bool IsBackground = false)
{
    /// <summary>Without the token: a login may be logged.</summary>
    public override string ToString() => $"{UserID} on platform {PlatformID}, operation {OperationID}";
}
