using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

public sealed class ConfigurationTests
{
    [Fact]
    public void Without_any_option_the_gateway_stands_alone_on_port_10003_before_its_sandbox()
    {
        var (settings, errors) = Read();

        Assert.Empty(errors);
        Assert.Equal(10003, settings.Gateway.Port);
        Assert.Equal((10002, 10001), (settings.Sandbox!.RestPort, settings.Sandbox.GatewayPort));
        Assert.Equal(StorageProvider.Memory, settings.Storage.Provider);
        Assert.Null(settings.Cluster);
    }

    [Theory]
    [InlineData("--OpenIM:ApiAddress=http://im.example.com:10002", "http://im.example.com:10002/", "ws://im.example.com:10001/")]
    [InlineData("--OpenIM:WsAddress=wss://im.example.com/msg_gateway", "http://im.example.com:10002/", "wss://im.example.com/msg_gateway")]
    public void Either_address_of_an_openim_switches_the_sandbox_off_and_tells_where_the_other_one_is(
        string argument, string api, string ws)
    {
        var (settings, errors) = Read(argument);

        Assert.Empty(errors);
        Assert.Null(settings.Sandbox);
        Assert.Equal((StorageProvider.Sqlite, "data"), (settings.Storage.Provider, settings.Storage.Directory));
        Assert.Equal((api, ws), (settings.OpenIm.ApiAddress.ToString(), settings.OpenIm.WsAddress.ToString()));
    }

    [Fact]
    public void A_sandbox_forgets_and_so_do_the_sessions_before_it_unless_a_folder_is_named()
    {
        // Sessions that outlived it took the first messages of the next one for known ones and told nobody.
        Assert.Equal(StorageProvider.Memory, Read().Settings.Storage.Provider);
        Assert.Equal(StorageProvider.Sqlite, Read("--Storage:Directory=kept").Settings.Storage.Provider);
        Assert.Equal(StorageProvider.Sqlite, Read("--Storage:Provider=Sqlite").Settings.Storage.Provider);
    }

    [Fact]
    public void A_sandbox_with_a_file_remembers_and_so_do_the_sessions_before_it()
    {
        var (settings, errors) = Read("--Sandbox:File=im/sandbox.db");

        Assert.Empty(errors);
        Assert.Equal("im/sandbox.db", settings.Sandbox!.File);
        Assert.Equal((StorageProvider.Sqlite, "data"), (settings.Storage.Provider, settings.Storage.Directory));
    }

    [Theory]
    [InlineData("--")]
    [InlineData("-")]
    public void The_flags_of_the_seed_are_aliases_with_one_dash_or_two(string dash)
    {
        var (settings, errors) = Read(
            dash + "openIM_api_address", "http://10.0.0.1:10002", dash + "openIM_ws_address=ws://10.0.0.1:10001",
            dash + "sdk_ws_port", "7788", dash + "openIM_log_level", "6", dash + "openIMDbDir", "/var/lib/openim");

        Assert.Empty(errors);
        Assert.Equal("http://10.0.0.1:10002/", settings.OpenIm.ApiAddress.ToString());
        Assert.Equal("ws://10.0.0.1:10001/", settings.OpenIm.WsAddress.ToString());
        Assert.Equal(7788, settings.Gateway.Port);
        Assert.Equal(LogLevel.Trace, settings.Gateway.LogLevel);
        Assert.Equal("/var/lib/openim", settings.Storage.Directory);
    }

    [Fact]
    public void Faults_of_the_sandbox_can_be_asked_for_and_mistakes_in_them_are_told()
    {
        var (settings, errors) = Read(
            "--Sandbox:Latency=0.05", "--Sandbox:DropRate=0.1", "--Sandbox:RefusalRate=1", "--Sandbox:RefusalCode=1001",
            "--Sandbox:FaultTargets=/friend,1003", "--Sandbox:FaultSeed=7");

        Assert.Empty(errors);
        Assert.Equal(
            new FaultOptions
            {
                Latency = TimeSpan.FromMilliseconds(50),
                DropRate = 0.1,
                RefusalRate = 1,
                RefusalCode = 1001,
                FaultTargets = "/friend,1003",
                FaultSeed = 7,
            },
            settings.Sandbox!.Faults);
        Assert.Equal(new FaultOptions(), Read().Settings.Sandbox!.Faults);
        Assert.Equal(
            ["Sandbox:DropRate", "Sandbox:FaultTargets", "Sandbox:Latency"],
            Read("--Sandbox:DropRate=2", "--Sandbox:FaultTargets=push", "--Sandbox:Latency=00:02:00").Errors
                .Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_path()
    {
        var (_, errors) = Read(
            "--Gateway:Port=70000", "--Sessions:ParkingTime=soon", "--OpenIM:ApiAddress=im.example.com", "--Storage:Provider=Oracle",
            "--Gateway:LogLevel=9", "--Gateway:Prot=1");

        string[] paths =
            ["Gateway:LogLevel", "Gateway:Port", "Gateway:Prot", "OpenIM:ApiAddress", "Sessions:ParkingTime", "Storage:Provider"];
        Assert.Equal(paths, errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]).Order());
        Assert.Contains(errors, error => error.Contains("0 to 65535", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("Sqlite, Redis, PostgreSQL, Memory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("1.5", 1.5)]
    [InlineData("00:01:30", 90)]
    [InlineData("0", 0)]
    public void A_time_is_seconds_or_has_colons(string text, double seconds)
    {
        var (settings, errors) = Read($"--Sessions:ParkingTime={text}");

        Assert.Empty(errors);
        Assert.Equal(TimeSpan.FromSeconds(seconds), settings.Sessions.ParkingTime);
    }

    [Fact]
    public void A_redis_makes_the_gateway_a_node_that_keeps_its_sessions_there()
    {
        var (settings, errors) = Read("--Redis:ConnectionString=redis:6379,password=secret");

        Assert.Empty(errors);
        Assert.NotNull(settings.Cluster);
        Assert.Equal(StorageProvider.Redis, settings.Storage.Provider);
        Assert.Equal("redis:6379,password=secret", settings.Storage.ConnectionString);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Memory")]
    public void Nodes_of_a_cluster_cannot_keep_sessions_to_themselves(string provider)
    {
        var (_, errors) = Read("--Redis:ConnectionString=redis:6379", $"--Storage:Provider={provider}");

        Assert.StartsWith("Storage:Provider: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Redis:ConnectionString=password=hunter2,nonsense=1")]
    [InlineData("--OpenIM:ApiAddress=http://admin:hunter2@im.example.com")]
    public void What_may_hold_a_secret_is_not_repeated_in_the_message(string argument)
    {
        var (_, errors) = Read(argument);

        Assert.NotEmpty(errors);
        Assert.DoesNotContain(errors, error => error.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void PostgreSQL_needs_a_connection_string()
    {
        var (_, errors) = Read("--Storage:Provider=PostgreSQL");

        Assert.StartsWith("Storage:ConnectionString: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://chat.example.com", 0)]
    [InlineData("https://chat.example.com, https://beta.example.com:8443", 0)]
    [InlineData("https://chat.example.com/", 1)]
    [InlineData("chat.example.com", 1)]
    public void An_origin_is_a_scheme_and_a_host(string origins, int mistakes)
    {
        var (_, errors) = Read($"--Gateway:AllowedOrigins={origins}");

        Assert.Equal(mistakes, errors.Count);
    }

    private static (GatewaySettings Settings, IReadOnlyList<string> Errors) Read(params string[] arguments)
    {
        var reader = new ConfigurationReader(new ConfigurationBuilder().AddCommandLineFlags(arguments).Build());
        return (GatewaySettings.Read(reader), reader.Errors);
    }
}
