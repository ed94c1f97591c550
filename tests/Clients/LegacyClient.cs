using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Clients;

/// <summary>A published version of open-im-sdk in a Node process, driven by driver.mjs.</summary>
internal sealed class LegacyClient : IAsyncDisposable
{
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly Channel<ReceivedText> _messages = Channel.CreateBounded<ReceivedText>(100);
    private readonly SemaphoreSlim _synced = new(0);
    private readonly ConcurrentQueue<string> _console = new();
    private int _lastCall;

    /// <param name="version">The version of the npm package.</param>
    /// <param name="port">Where the client finds the gateway, or a network before it.</param>
    /// <param name="userId">Who logs in.</param>
    /// <param name="token">With what.</param>
    public LegacyClient(string version, int port, string userId, string token)
    {
        var account = JsonSerializer.Serialize(
            new { url = $"ws://127.0.0.1:{port}/", userID = userId, token, platformID = SandboxAccounts.Web });
        _process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("node")
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "driver.mjs"), Repository.LegacyFolder, version, account },
            },
        };
        _process.OutputDataReceived += (_, line) => OnLine(line.Data);
        _process.ErrorDataReceived += (_, line) => _console.Enqueue(line.Data ?? "");
        _process.Exited += (_, _) => OnExited();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Task LoginAsync(CancellationToken cancellationToken) => CallAsync("login", cancellationToken);

    public Task LogoutAsync(CancellationToken cancellationToken) => CallAsync("logout", cancellationToken);

    /// <summary>Sends a text. Returns its clientMsgID.</summary>
    public async Task<string> SendTextAsync(string peer, string text, CancellationToken cancellationToken) =>
        (await CallAsync("sendText", cancellationToken, peer, text)).GetString()!;

    /// <summary>The latest texts of a single chat as the client reads them, oldest first.</summary>
    public async Task<IReadOnlyList<string>> LatestTextsAsync(string peer, CancellationToken cancellationToken) =>
        [.. (await CallAsync("latestTexts", cancellationToken, peer)).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>Waits until the client tells its app once more that it is in sync (<c>OnSyncServerFinish</c>).</summary>
    public async Task SyncedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _synced.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The client did not say that it is in sync. Its console:\n{Console}", e);
        }
    }

    /// <summary>The next text that the client tells its app about.</summary>
    public async Task<ReceivedText> NextMessageAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _messages.Reader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"No message came. The client's console:\n{Console}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The end of its input ends the driver.
        _process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(ExitTimeout);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _synced.Dispose();
    }

    private string Console => string.Join('\n', _console);

    private async Task<JsonElement> CallAsync(string name, CancellationToken cancellationToken, params string[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _process.StandardInput.WriteLineAsync(
            JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = id, ["do"] = name, ["args"] = arguments }));
        await _process.StandardInput.FlushAsync(cancellationToken);
        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"{name} was not answered. The client's console:\n{Console}", e);
        }
    }

    private void OnExited()
    {
        foreach (var call in _calls.Values)
        {
            call.TrySetException(new InvalidOperationException($"The client's process has ended. Its console:\n{Console}"));
        }
    }

    private void OnLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        var told = JsonSerializer.Deserialize<JsonElement>(line);
        if (told.TryGetProperty("id", out var id))
        {
            var call = _calls[id.GetInt32()];
            if (told.TryGetProperty("error", out var error))
            {
                call.TrySetException(new InvalidOperationException($"{error.GetString()}\nThe client's console:\n{Console}"));
            }
            else
            {
                call.TrySetResult(told.GetProperty("result"));
            }
        }
        else if (told.GetProperty("event").GetString() == "synced")
        {
            _synced.Release();
        }
        else
        {
            var data = told.GetProperty("data");
            _messages.Writer.TryWrite(new(data.GetProperty("from").GetString()!, data.GetProperty("text").GetString()!));
        }
    }
}

/// <summary>A text message as a client's app gets it.</summary>
internal sealed record ReceivedText(string From, string Text);
