namespace OpenIM.SignalR.Sandbox;

internal sealed partial class GatewayReader
{
    [LoggerMessage(1, LogLevel.Debug, "Gateway connection {ConnectionID} was lost: {Reason}")]
    private partial void LogConnectionLost(string connectionID, string reason);

    [LoggerMessage(2, LogLevel.Error, "Gateway request {ReqIdentifier} failed")]
    private partial void LogRequestFailed(Exception error, int reqIdentifier);
}
