namespace OpenIM.SignalR.Server;

internal static partial class EventLaneLog
{
    [LoggerMessage(1, LogLevel.Warning, "The connections of session {Session} are behind: events are left to Resume")]
    public static partial void Dropping(ILogger logger, string session);

    [LoggerMessage(2, LogLevel.Warning, "Events cannot be sent: they are left to Resume")]
    public static partial void Failing(ILogger logger, Exception error);

    [LoggerMessage(3, LogLevel.Information, "Events are sent again")]
    public static partial void Recovered(ILogger logger);
}
