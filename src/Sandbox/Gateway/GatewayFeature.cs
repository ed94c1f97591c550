using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class GatewayFeature
{
    // Named by the protocol and dead in the server: whatever is sent is refused.
    private const int SendSignalMsg = 1004;

    public static void AddGateway(this IServiceCollection services) => services
        .AddSingleton<GatewayConnections>()
        .AddSingleton<GatewayRequests>()
        .AddSingleton<GatewayReader>()
        .AddSingleton<GatewayEndpoint>()
        .AddSingleton<MultiLogin>()
        .AddHostedService<ConnectionSweep>();

    /// <summary>The requests that are about the connection itself.</summary>
    public static void MapConnection(this GatewayRequests requests)
    {
        requests.Map<SetAppBackgroundStatusReq>(GatewayRequest.SetBackgroundStatus, SetBackground);
        requests.Map<DelUserPushTokenReq>(GatewayRequest.Logout, LogOut);
        requests.Map<MsgData>(SendSignalMsg, (_, _, _) => ServerErrors.Arguments());
    }

    private static Answer<IMessage?> SetBackground(
        GatewayConnection connection, Caller caller, SetAppBackgroundStatusReq request)
    {
        connection.IsBackground = request.IsBackground;
        return new Answer<IMessage?>(null, null);
    }

    /// <summary>
    /// There is no vendor push whose token could be removed; the reader ends the connection after the answer.
    /// </summary>
    private static Answer<IMessage?> LogOut(GatewayConnection connection, Caller caller, DelUserPushTokenReq request)
    {
        if (request.UserID.Length == 0)
            return ServerErrors.Arguments("UserID is empty");
        if (request.PlatformID is < Platforms.IOS or > Platforms.IPad)
            return ServerErrors.Arguments("PlatformID is invalid");
        return new DelUserPushTokenResp();
    }
}
