using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(OpenIM.SignalR.Conformance.Player))]

namespace OpenIM.SignalR.Conformance;

/// <summary>
/// Plays recordings with <c>player/play.mjs</c> against one gateway process and its Sandbox, or against a second one whose
/// Sandbox has a file. Every play makes users of its own, so recordings can be played side by side. At the end it prints how
/// long the upstream recordings took on each.
/// </summary>
public sealed class Player : IAsyncLifetime
{
    private static readonly TimeSpan PlayTimeout = TimeSpan.FromMinutes(3);

    /// <summary>The folder of this project.</summary>
    public static readonly string Folder = typeof(Player).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ConformanceFolder").Value!;

    private readonly Dictionary<SandboxStore, GatewayProcess> _gateways = [];
    private readonly ConcurrentBag<(SandboxStore Store, TimeSpan Time)> _upstreamPlays = [];

    private GatewayProcess Gateway => _gateways[SandboxStore.Memory];

    /// <summary>The hub's address, for the sdk recordings.</summary>
    public string Hub => Gateway.Hub.ToString();

    public async ValueTask InitializeAsync()
    {
        // In the recordings a client whose connection is lost counts as logged out.
        await Start(SandboxStore.Memory, new() { ["Sessions:ParkingTime"] = "00:00:01" });
        await Start(SandboxStore.File, new() { ["Sandbox:File"] = "sandbox.db" });

        async Task Start(SandboxStore store, Dictionary<string, string> configuration) => _gateways[store] =
            await GatewayProcess.StartAsync(configuration, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        string[] times =
        [
            .. _upstreamPlays.GroupBy(play => play.Store).OrderBy(plays => plays.Key).Select(plays =>
                $"{plays.Count()} upstream recordings on the Sandbox's store {plays.Key}: "
                + $"{plays.Sum(play => play.Time.TotalSeconds):F1} s, one after the other"),
        ];
        Console.WriteLine(string.Join('\n', times));
        // dotnet test shows nothing of what a test process prints; test.sh prints this.
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "upstream-times.txt"), times);
        foreach (var gateway in _gateways.Values)
            await gateway.DisposeAsync();
    }

    /// <summary>Plays one recording; whatever differs from it fails the test.</summary>
    /// <param name="kind">The folder: legacy or sdk.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="options">More options of the player.</param>
    public Task Play(string kind, string name, params string[] options) =>
        Play(Gateway, kind, name, Path.Combine("..", "scenarios", kind, $"{name}.jsonl"), options);

    /// <summary>Plays one recording with the steps that differ here in the place of its own.</summary>
    /// <inheritdoc cref="Play(string, string, string[])"/>
    public async Task PlayDiffering(string kind, string name, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("openim-signalr-conformance-");
        try
        {
            var file = Path.Combine(folder.CreateSubdirectory(kind).FullName, $"{name}.jsonl");
            await new DifferingRecording(Folder, kind, name).Write(file, TestContext.Current.CancellationToken);
            await Play(Gateway, kind, name, file, options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Plays one of the upstream recordings against the Sandbox itself.</summary>
    /// <param name="store">What the Sandbox keeps its state in.</param>
    /// <param name="name">The file's name without its ending.</param>
    public async Task PlayUpstream(SandboxStore store, string name)
    {
        var begin = Stopwatch.GetTimestamp();
        await Play(_gateways[store], "upstream", name, Path.Combine("..", "scenarios", "upstream", $"{name}.jsonl"));
        _upstreamPlays.Add((store, Stopwatch.GetElapsedTime(begin)));
    }

    private static async Task Play(
        GatewayProcess gateway, string kind, string name, string file, params string[] options)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(Folder, "player"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "play.mjs",
            "--rest", gateway.SandboxApi.ToString().TrimEnd('/'),
            "--ws", gateway.SandboxWs.ToString().TrimEnd('/'),
            "--legacy", gateway.Legacy.ToString().TrimEnd('/'),
            .. options,
            file,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(PlayTimeout);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException canceled)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{kind}/{name} was not played to its end in {PlayTimeout}.", canceled);
        }

        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
    }
}
