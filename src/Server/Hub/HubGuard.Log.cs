namespace OpenIM.SignalR.Server;

internal static partial class HubGuardLog
{
    [LoggerMessage(1, LogLevel.Error, "{Function} failed")]
    public static partial void CallFailed(ILogger logger, string function, Exception error);
}
