using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace OpenIM.SignalR.Gateway;

/// <summary>
/// The built gateway, running as a process of its own on free ports, with the Sandbox in process unless the configuration
/// names an OpenIM. Disposing it stops it as a service manager would (SIGTERM) and throws when it logged an error that the
/// test had not <see cref="Expect">expected</see>, or did not stop cleanly.
/// </summary>
public sealed partial class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _dataFolder;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<LogLine> _errors = new();
    private readonly ConcurrentQueue<Func<LogLine, bool>> _expected = new();
    private volatile TaskCompletionSource _moreOutput = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _killed;

    private GatewayProcess(IReadOnlyDictionary<string, string> configuration)
    {
        _dataFolder = Directory.CreateTempSubdirectory("openim-signalr-test-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _dataFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Metadata("ServerAssembly") },
        };
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            // Free ones, which the process says when it is ready.
            ["Gateway:Port"] = "0",
            ["Sandbox:ApiPort"] = "0",
            ["Sandbox:WsPort"] = "0",
            ["Storage:Directory"] = _dataFolder,
            // Readable by LogLine, one entry a line.
            ["Logging:Console:FormatterName"] = "json",
        };
        foreach (var (key, value) in configuration)
        {
            settings[key] = value;
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => OnOutput(line.Data);
        _process.Exited += (_, _) => _started.TrySetException(
            new InvalidOperationException($"The gateway ended before it was ready.\n{Output}"));
    }

    /// <summary>The gateway's port.</summary>
    public int Port { get; private set; }

    /// <summary>The page.</summary>
    public Uri Page => new($"http://127.0.0.1:{Port}/");

    /// <summary>The SignalR hub.</summary>
    public Uri Hub => new(Page, "hub");

    /// <summary>The address for legacy clients.</summary>
    public Uri Legacy => new($"ws://127.0.0.1:{Port}/");

    /// <summary>The REST API of the gateway's OpenIM, which is the embedded Sandbox unless the configuration names another.</summary>
    public Uri SandboxApi { get; private set; } = null!;

    /// <summary>The message gateway of the gateway's OpenIM.</summary>
    public Uri SandboxWs { get; private set; } = null!;

    /// <summary>For faults and measurements from outside.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything the process has written so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a gateway and waits until it accepts connections.</summary>
    /// <param name="configuration">Configuration by path (<c>Sessions:ParkingTime</c>), over the defaults chosen here.</param>
    /// <param name="cancellationToken">Ends the waiting and the process.</param>
    public static async Task<GatewayProcess> StartAsync(
        IReadOnlyDictionary<string, string>? configuration = null, CancellationToken cancellationToken = default)
    {
        var gateway = new GatewayProcess(configuration ?? new Dictionary<string, string>());
        AppDomain.CurrentDomain.ProcessExit += gateway.KillAtExit;
        gateway._process.Start();
        gateway._process.BeginOutputReadLine();
        gateway._process.BeginErrorReadLine();
        try
        {
            await gateway._started.Task.WaitAsync(StartTimeout, cancellationToken);
            return gateway;
        }
        catch (TimeoutException e)
        {
            await gateway.KillAsync();
            await gateway.DisposeAsync();
            throw new TimeoutException($"The gateway was not ready in {StartTimeout}.\n{gateway.Output}", e);
        }
        catch
        {
            await gateway.KillAsync();
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a log entry, or finds it among those written already.</summary>
    public async Task<LogLine> LoggedAsync(Func<LogLine, bool> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var more = _moreOutput.Task;
            if (_output.Select(LogLine.Parse).FirstOrDefault(entry => entry is not null && wanted(entry)) is { } found)
            {
                return found;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Says which error entries belong to what the test does to the gateway.</summary>
    public void Expect(Func<LogLine, bool> error) => _expected.Enqueue(error);

    /// <summary>Throws when the gateway has logged an error that was not expected. Disposing asks again.</summary>
    public void AssertNoErrors()
    {
        var unexpected = _errors.Where(error => !_expected.Any(expected => expected(error))).ToList();
        if (unexpected.Count > 0)
        {
            throw new InvalidOperationException(
                $"The gateway logged {unexpected.Count} unexpected error(s):\n{string.Join('\n', unexpected.Take(10))}");
        }
    }

    /// <summary>Ends the process at once, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _killed = true;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks the process to stop and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited && SendSignal(_process.Id, SigTerm) != 0)
        {
            throw new InvalidOperationException("The gateway could not be signalled.");
        }

        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException e)
        {
            await KillAsync();
            throw new TimeoutException($"The gateway did not stop in {StopTimeout}.\n{Output}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        try
        {
            await StopAsync();
            AssertNoErrors();
            if (!_killed && _process.ExitCode is not (0 or 128 + SigTerm))
            {
                throw new InvalidOperationException($"The gateway ended with code {_process.ExitCode}.\n{Output}");
            }
        }
        finally
        {
            _process.Dispose();
            Directory.Delete(_dataFolder, recursive: true);
        }
    }

    private void OnOutput(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        // Both of the process's outputs arrive here, each on a thread of its own.
        Interlocked.Exchange(ref _moreOutput, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        if (LogLine.Parse(line) is { IsError: true } error)
        {
            _errors.Enqueue(error);
        }
        else if (PageLine().Match(line) is { Success: true } page)
        {
            Port = int.Parse(page.Groups["port"].ValueSpan);
        }
        else if (OpenImLine().Match(line) is { Success: true } openIm)
        {
            SandboxApi = new Uri(openIm.Groups["api"].Value);
            SandboxWs = new Uri(openIm.Groups["ws"].Value);
            _started.TrySetResult();
        }
    }

    // What the gateway prints when it is ready, in this order.
    [GeneratedRegex(@"^\s+Page\s+http://[^:]+:(?<port>\d+)/$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageLine();

    [GeneratedRegex(
        @"^\s+OpenIM\s+(Sandbox: )?(?<api>http\S+), (?<ws>ws\S+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenImLine();

    private void KillAtExit(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);

    private static string Metadata(string key) => typeof(GatewayProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private const int SigTerm = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
