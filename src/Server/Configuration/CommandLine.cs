namespace OpenIM.SignalR.Server;

/// <summary>The command line: any option by its path (<c>--Gateway:Port 10003</c>), and the flags of the proxies before this one.</summary>
internal static class CommandLine
{
    private static readonly (string Flag, string Path)[] SeedFlags =
    [
        ("openIM_api_address", "OpenIM:ApiAddress"),
        ("openIM_ws_address", "OpenIM:WsAddress"),
        ("sdk_ws_port", "Gateway:Port"),
        ("openIM_log_level", "Gateway:LogLevel"),
        ("openIMDbDir", "Storage:Directory"),
    ];

    /// <summary>Adds the arguments above every other source. Go takes its flags with one dash as well as with two.</summary>
    public static IConfigurationBuilder AddCommandLineFlags(this IConfigurationBuilder configuration, string[] args) =>
        configuration.AddCommandLine(args, SeedFlags
            .SelectMany(seed => new[] { ("-" + seed.Flag, seed.Path), ("--" + seed.Flag, seed.Path) })
            .ToDictionary(pair => pair.Item1, pair => pair.Path));
}
