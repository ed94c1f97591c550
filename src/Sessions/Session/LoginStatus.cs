namespace OpenIM.SignalR.Sessions;

/// <summary>What GetLoginStatus answers.</summary>
internal enum LoginStatus
{
    LoggedOut = 1,
    LoggingIn = 2,
    LoggedIn = 3,
}
