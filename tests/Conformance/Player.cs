using System.Diagnostics;
using System.Reflection;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(OpenIM.SignalR.Conformance.Player))]

namespace OpenIM.SignalR.Conformance;

/// <summary>
/// Plays recordings with <c>player/play.mjs</c> against one gateway process and its Sandbox. Every play makes users of its own,
/// so recordings can be played side by side.
/// </summary>
public sealed class Player : IAsyncLifetime
{
    private static readonly TimeSpan PlayTimeout = TimeSpan.FromMinutes(3);

    private static readonly string Folder = typeof(Player).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ConformanceFolder").Value!;

    private GatewayProcess? _gateway;

    private GatewayProcess Gateway => _gateway ?? throw new InvalidOperationException("The gateway was not started.");

    public async ValueTask InitializeAsync() => _gateway = await GatewayProcess.StartAsync(
        // In the recordings a client whose connection is lost counts as logged out.
        new Dictionary<string, string> { ["Sessions:ParkingTime"] = "00:00:01" }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _gateway?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Plays one recording; whatever differs from it fails the test.</summary>
    /// <param name="kind">The folder: upstream, legacy or sdk.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="options">More options of the player.</param>
    public async Task Play(string kind, string name, params string[] options)
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
            "--rest", Gateway.SandboxApi.ToString().TrimEnd('/'),
            "--ws", Gateway.SandboxWs.ToString().TrimEnd('/'),
            "--legacy", Gateway.Legacy.ToString().TrimEnd('/'),
            .. options,
            Path.Combine("..", "scenarios", kind, $"{name}.jsonl"),
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

    /// <summary>The hub's address, for the sdk recordings.</summary>
    public string Hub => Gateway.Hub.ToString();
}
