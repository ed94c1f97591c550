using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OpenIM.SignalR.Gateway;

/// <summary>
/// A TCP relay between a client and the gateway whose cable can be pulled: <see cref="Cut"/> resets every connection and
/// refuses new ones until <see cref="Restore"/>.
/// </summary>
public sealed class CuttableNetwork : IAsyncDisposable
{
    private readonly int _targetPort;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Socket, Socket> _connections = new();
    private readonly SemaphoreSlim _refused = new(0);
    private readonly TcpListener _listener;
    private readonly Task _accepting;
    private volatile bool _cut;
    private volatile HeldAnswers? _answersHeld;

    /// <summary>Relays from a free port of 127.0.0.1 to <paramref name="targetPort"/>.</summary>
    public CuttableNetwork(int targetPort)
    {
        _targetPort = targetPort;
        _listener = new TcpListener(IPAddress.Loopback, port: 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections through the relay right now.</summary>
    public int ConnectionCount => _connections.Count;

    /// <summary>Resets all connections; until <see cref="Restore"/> new ones are reset as soon as they are made.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var (client, server) in _connections)
        {
            Reset(client);
            Reset(server);
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Restore() => _cut = false;

    /// <summary>
    /// From now on what clients say arrives, and what is said to them does not, until the result is disposed. A cut in
    /// between loses it.
    /// </summary>
    public HeldAnswers HoldAnswers() => _answersHeld = new HeldAnswers();

    /// <summary>Waits until a client has tried to come back during a cut.</summary>
    public Task WaitForRefusedAttemptAsync(CancellationToken cancellationToken) => _refused.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
        _refused.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new ConcurrentDictionary<Task, bool>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stopping.Token);
                if (_cut)
                {
                    Reset(client);
                    _refused.Release();
                    continue;
                }

                var relay = RelayAsync(client);
                relays[relay] = true;
                _ = relay.ContinueWith(
                    done => relays.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(relays.Keys);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _targetPort, _stopping.Token);
            _connections[client] = server;
            if (_cut)
            {
                Reset(client);
            }

            await Task.WhenAll(CopyAsync(client, server, isAnswer: false), CopyAsync(server, client, isAnswer: true));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Either side went away or the relay is being stopped; the finally block tells the other side.
        }
        finally
        {
            _connections.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task CopyAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, _stopping.Token)) > 0)
            {
                if (isAnswer && _answersHeld is { } held)
                {
                    await held.HoldAsync(_stopping.Token);
                }

                await to.SendAsync(buffer.AsMemory(0, read), _stopping.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Reset(to);
        }
    }

    // A zero linger time makes Close send RST, which is what a cut looks like from the other side.
    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return;
        }

        socket.Close();
    }
}
