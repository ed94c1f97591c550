using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

/// <summary>A message gateway whose every frame the test writes: the server's end of one client connection.</summary>
internal sealed class GatewayPeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TaskCompletionSource _over = new();
    private readonly Channel<GatewayPush> _pushes = Channel.CreateBounded<GatewayPush>(1000);
    private Peer _server = null!;
    private WebSocket _socket = null!;
    private Microsoft.AspNetCore.Http.HttpContext _context = null!;

    public GatewayConnection Client { get; private set; } = null!;

    /// <summary>The client's receive loop, which ends with the connection.</summary>
    public Task<GatewayEnd> Run { get; private set; } = null!;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Cancelled when the owner of the client gives up.</summary>
    public CancellationTokenSource Owner { get; } = new();

    /// <summary>Where the client's pushes were handled.</summary>
    public TaskScheduler? HandledOn { get; private set; }

    public static async Task<GatewayPeer> ConnectAsync(
        TimeProvider? time = null, Action<UpstreamOptions>? configure = null, TaskScheduler? turns = null)
    {
        var peer = new GatewayPeer();
        var accepted = new TaskCompletionSource();
        peer._server = await Peer.StartAsync(async context =>
        {
            peer._context = context;
            peer._socket = await context.WebSockets.AcceptWebSocketAsync();
            await peer.SendTextAsync("""{"errCode":0,"errMsg":"","errDlt":""}""");
            accepted.SetResult();
            await peer._over.Task;
        });
        var connector = peer._server.Clients(time, configure).GetRequiredService<GatewayConnector>();
        var connected = await connector.ConnectAsync(new GatewayLogin("alice", 5, "token", "op"), Stop);
        await accepted.Task.WaitAsync(Patience, Stop);
        peer.Client = connected.Value!;
        peer.Run = Task.Factory.StartNew(
            () => peer.Client.RunAsync(peer.HandleAsync, peer.Owner.Token),
            Stop, TaskCreationOptions.None, turns ?? TaskScheduler.Default).Unwrap();
        return peer;
    }

    private ValueTask HandleAsync(GatewayPush push)
    {
        HandledOn = TaskScheduler.Current;
        return _pushes.Writer.WriteAsync(push);
    }

    public async Task<T> NextPushAsync<T>() where T : GatewayPush =>
        Assert.IsType<T>(await _pushes.Reader.ReadAsync(Stop).AsTask().WaitAsync(Patience, Stop));

    public Task<GatewayEnd> EndAsync() => Run.WaitAsync(Patience, Stop);

    /// <summary>The next message of the client as it was on the wire.</summary>
    public async Task<(WebSocketMessageType Type, byte[] Bytes)> ReceiveAsync()
    {
        var buffer = new byte[100_000];
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), Stop).AsTask().WaitAsync(Patience, Stop);
            length += part.Count;
            if (part.EndOfMessage)
                return (part.MessageType, buffer[..length]);
        }
    }

    public async Task<GatewayFrame> NextRequestAsync()
    {
        var (type, bytes) = await ReceiveAsync();
        Assert.Equal(WebSocketMessageType.Binary, type);
        return JsonSerializer.Deserialize<GatewayFrame>(bytes)!;
    }

    public Task AnswerAsync(GatewayFrame request, IMessage answer) =>
        SendAsync(request with { Token = null, SendID = null, Data = answer.ToByteArray() });

    public Task AnswerAsync(GatewayFrame request, int errCode, string errMsg) =>
        SendAsync(request with { Token = null, SendID = null, Data = null, ErrCode = errCode, ErrMsg = errMsg });

    public Task PushAsync(int reqIdentifier, IMessage? content) =>
        SendAsync(new GatewayFrame { ReqIdentifier = reqIdentifier, Data = content?.ToByteArray() });

    public Task SendAsync(GatewayFrame frame) => SendBytesAsync(JsonSerializer.SerializeToUtf8Bytes(frame));

    public Task SendBytesAsync(ReadOnlyMemory<byte> bytes, bool endOfMessage = true) =>
        _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage, Stop).AsTask();

    public Task SendTextAsync(string text) =>
        _socket.SendAsync(
            System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Stop);

    public Task CloseAsync() => _socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, "", Stop);

    /// <summary>What a server does that dies, and what OpenIM does when it is displeased: no close frame.</summary>
    public void Cut() => _context.Abort();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _over.TrySetResult();
        await _server.DisposeAsync();
        // A receive loop that failed with what it does not expect fails the test here.
        await Run.WaitAsync(Patience);
        Owner.Dispose();
    }
}
