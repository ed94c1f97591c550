using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Server;

/// <summary>Everything that can be configured, read and checked.</summary>
internal sealed record GatewaySettings
{
    public required GatewayOptions Gateway { get; init; }

    public required UpstreamOptions OpenIm { get; init; }

    /// <summary>
    /// OpenIM's REST API as browsers and phones reach it, for uploads, which they do themselves. Null: where the gateway does.
    /// </summary>
    public required Uri? PublicApiAddress { get; init; }

    /// <summary>The embedded OpenIM server; null when another one was named.</summary>
    public required SandboxOptions? Sandbox { get; init; }

    public required SessionOptions Sessions { get; init; }

    public required StorageOptions Storage { get; init; }

    /// <summary>Null when this node stands alone.</summary>
    public required ClusterOptions? Cluster { get; init; }

    public required TelemetryOptions Telemetry { get; init; }

    /// <summary>Reads all sections. Whatever is wrong is in <see cref="ConfigurationReader.Errors"/> afterwards.</summary>
    public static GatewaySettings Read(ConfigurationReader reader)
    {
        var cluster = ClusterOptions.Read(reader);
        var sandbox = ReadSandbox(reader);
        var upstream = ReadUpstream(reader, out var named);
        var settings = new GatewaySettings
        {
            Gateway = GatewayOptions.Read(reader),
            OpenIm = upstream,
            PublicApiAddress = reader.Address("OpenIM:PublicApiAddress", "http", "https"),
            Sandbox = named ? null : sandbox,
            Sessions = ReadSessions(reader),
            Storage = StorageOptions.Read(reader, cluster, forgetfulSandbox: !named && sandbox.File is null),
            Cluster = cluster,
            Telemetry = TelemetryOptions.Read(reader),
        };
        reader.ReportUnknown();
        return settings;
    }

    private static SessionOptions ReadSessions(ConfigurationReader reader)
    {
        var defaults = new SessionOptions();
        return new SessionOptions
        {
            ParkingTime = reader.Duration(
                "Sessions:ParkingTime", defaults.ParkingTime, TimeSpan.Zero, TimeSpan.FromDays(1)),
            EventRingBytes = reader.Number("Sessions:EventRingBytes", defaults.EventRingBytes, 0, 16 * 1024 * 1024),
        };
    }

    /// <summary>What an app's developer and his tests would switch; the rest is for the Sandbox on its own.</summary>
    private static SandboxOptions ReadSandbox(ConfigurationReader reader)
    {
        var defaults = new SandboxOptions();
        var options = new SandboxOptions
        {
            RestPort = reader.Port("Sandbox:ApiPort", defaults.RestPort),
            GatewayPort = reader.Port("Sandbox:WsPort", defaults.GatewayPort),
            File = reader.Text("Sandbox:File"),
            FriendVerify = reader.Flag("Sandbox:FriendVerify", defaults.FriendVerify),
            Faults = FaultSettings.Read(reader),
        };
        if (options.RestPort == options.GatewayPort && options.RestPort != 0)
            reader.Report("Sandbox:WsPort", "this is the port of Sandbox:ApiPort; take another one");
        return options;
    }

    private static UpstreamOptions ReadUpstream(ConfigurationReader reader, out bool named)
    {
        var defaults = new UpstreamOptions();
        var api = reader.Address("OpenIM:ApiAddress", "http", "https");
        var ws = reader.Address("OpenIM:WsAddress", "ws", "wss");
        named = reader.Text("OpenIM:ApiAddress") is not null || reader.Text("OpenIM:WsAddress") is not null;
        return new UpstreamOptions
        {
            // The one that is missing is where OpenIM has it by default on the host of the other.
            ApiAddress = api ?? (ws is null ? defaults.ApiAddress : new UriBuilder(defaults.ApiAddress) { Host = ws.Host }.Uri),
            WsAddress = ws ?? (api is null ? defaults.WsAddress : new UriBuilder(defaults.WsAddress) { Host = api.Host }.Uri),
            RequestTimeout = reader.Duration(
                "OpenIM:RequestTimeout", defaults.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)),
            MaxFrameBytes = reader.Number("OpenIM:MaxFrameBytes", defaults.MaxFrameBytes, 64 * 1024, 64 * 1024 * 1024),
            CompressGateway = reader.Flag("OpenIM:CompressGateway", defaults.CompressGateway),
        };
    }
}
