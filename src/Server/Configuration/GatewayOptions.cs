namespace OpenIM.SignalR.Server;

/// <summary>The gateway's own address and limits. Configuration section <c>Gateway</c>.</summary>
internal sealed record GatewayOptions
{
    /// <summary>
    /// The one port for the page, the hub and legacy clients. Default 10003, the port of the proxies that this gateway
    /// replaces. 0 takes a free one. Seed flag <c>--sdk_ws_port</c>.
    /// </summary>
    public required int Port { get; init; }

    /// <summary>
    /// The web origins that may call the hub, separated by commas; <c>*</c>, the default, is any. A token is needed in any case
    /// and no cookie is looked at, so this is about who may embed the gateway and not about who may read messages.
    /// </summary>
    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    /// <summary>
    /// The longest message taken from a hub client, in bytes. Default 4 MiB: what OpenIM takes (1 MiB) with room for JSON's escapes.
    /// A longer one ends the connection with error 10002 before it is kept in memory.
    /// </summary>
    public required int MaxMessageBytes { get; init; }

    /// <summary>
    /// How many requests of one connection are under way at once. Default 32. Further ones are left in the connection's buffer, and
    /// then in the client's, until one is answered; none is refused or lost.
    /// </summary>
    public required int ParallelRequests { get; init; }

    /// <summary>
    /// How many bytes of events may wait for a session's slow connections. Default 1 MiB. Beyond it events are dropped here and
    /// stay in the session for Resume.
    /// </summary>
    public required int EventBacklogBytes { get; init; }

    /// <summary>
    /// How much is logged: Trace to None, or the seed's numbers, 0 (panic only) to 6 (everything). Default: Warning for libraries,
    /// Information for the gateway. Seed flag <c>--openIM_log_level</c>.
    /// </summary>
    public required LogLevel? LogLevel { get; init; }

    public static GatewayOptions Read(ConfigurationReader reader) => new()
    {
        Port = reader.Port("Gateway:Port", 10003),
        AllowedOrigins = ReadOrigins(reader),
        MaxMessageBytes = reader.Number("Gateway:MaxMessageBytes", 4 * 1024 * 1024, 32 * 1024, 64 * 1024 * 1024),
        ParallelRequests = reader.Number("Gateway:ParallelRequests", 32, 1, 1024),
        EventBacklogBytes = reader.Number("Gateway:EventBacklogBytes", 1024 * 1024, 16 * 1024, 64 * 1024 * 1024),
        LogLevel = ReadLogLevel(reader),
    };

    private static string[] ReadOrigins(ConfigurationReader reader)
    {
        const string path = "Gateway:AllowedOrigins";
        var origins = (reader.Text(path) ?? "*").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var origin in origins)
            if (origin != "*" && !(Uri.TryCreate(origin, UriKind.Absolute, out var address)
                    && address.GetLeftPart(UriPartial.Authority) == origin))
                reader.Report(path, $"'{origin}' is not an origin such as https://chat.example.com (no path, no slash at the end)");
        return origins;
    }

    private static LogLevel? ReadLogLevel(ConfigurationReader reader)
    {
        const string path = "Gateway:LogLevel";
        if (reader.Text(path) is not { Length: 1 } number || !char.IsAsciiDigit(number[0]))
            return reader.Choice<LogLevel>(path);
        if (number[0] <= '6')
            return number[0] switch
            {
                '0' or '1' => Microsoft.Extensions.Logging.LogLevel.Critical,
                '2' => Microsoft.Extensions.Logging.LogLevel.Error,
                '3' => Microsoft.Extensions.Logging.LogLevel.Warning,
                '4' => Microsoft.Extensions.Logging.LogLevel.Information,
                '5' => Microsoft.Extensions.Logging.LogLevel.Debug,
                _ => Microsoft.Extensions.Logging.LogLevel.Trace,
            };
        reader.Report(path, $"'{number}' is not a level from 0 to 6");
        return null;
    }
}
