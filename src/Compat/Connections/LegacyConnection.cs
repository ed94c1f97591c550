using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>
/// One legacy client, seen from SignalR as a connection with another protocol.
/// <code>
///   socket ──frames──► ReceiveAsync ──► RequestQueue ──1 byte each──► SignalR ──TryParseMessage──► Dialect.Read ──►
/// hub   socket ◄─FrameSender◄──── Dialect.WriteReply / WriteEvent ◄── HubOutput, WriteMessage
/// ◄──────────────────────── hub
/// </code>
/// What differs per connection but not per dialect lives here: the kind of frames (npm 3.4.1 sends and reads binary
/// ones only), whether the client is logged in, how the connection ends.
/// </summary>
internal sealed partial class LegacyConnection
    : ConnectionContext, IConnectionUserFeature, IConnectionInherentKeepAliveFeature, IHttpContextFeature, IDuplexPipe
{
    /// <summary>The largest frame that is read; a larger one ends the connection with 1009.</summary>
    public const int MaximumFrameSize = 10 * 1024 * 1024;

    private readonly TimeProvider _time;
    private readonly HubOutput _output;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationTokenSource _aborted = new();
    private readonly CancellationTokenRegistration _cut;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ObservedStream? _stream;
    private FrameSender? _sender;

    public LegacyConnection(
        Dialect dialect, SessionKey session, HttpContext http, TimeProvider time, ILogger<LegacyConnection> logger)
    {
        Dialect = dialect;
        Session = session;
        HttpContext = http;
        _time = time;
        _logger = logger;
        _output = new HubOutput(this);
        ConnectionClosed = _aborted.Token;
        _cut = _closed.Token.UnsafeRegister(static context => ((HttpContext)context!).Abort(), http);
        Features.Set<IConnectionUserFeature>(this);
        Features.Set<IConnectionInherentKeepAliveFeature>(this);
        Features.Set<IHttpContextFeature>(this);
        Features.Set(LegacyClientFeature.Instance);
    }

    public Dialect Dialect { get; }

    /// <summary>Who the token says this is. For a connection without a good token: who it claims to be.</summary>
    public SessionKey Session { get; }

    /// <summary>What the dialect has to remember of this client.</summary>
    public ClientState State { get; } = new();

    public RequestQueue Requests { get; } = new();

    /// <summary>The kind of frame that the client sent last, which is the kind that it reads.</summary>
    public FrameKind FrameKind { get; private set; } = FrameKind.Text;

    /// <summary>The second of <see cref="KeepAlive.PingInterval"/> in which this connection is pinged.</summary>
    public int Share { get; } = Random.Shared.Next((int)KeepAlive.PingInterval.TotalSeconds);

    /// <summary>How long nothing has arrived, pongs included.</summary>
    public TimeSpan Silence => _stream?.Silence ?? TimeSpan.Zero;

    /// <summary>Completes when nothing of this connection is left, in the hub neither, and its place is free.</summary>
    public Task Ended => _ended.Task;

    /// <summary>
    /// Completes <see cref="Ended"/>. Afterwards nothing touches the HTTP request, which is taken apart when its handler
    /// returns: whoever is about to cut the connection at the same moment is waited for, whoever wants to later does
    /// nothing.
    /// </summary>
    public async ValueTask EndAsync()
    {
        await _cut.DisposeAsync();
        _ended.TrySetResult();
    }

    /// <inheritdoc />
    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");

    /// <inheritdoc />
    public override IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc />
    public override IDictionary<object, object?> Items { get; set; } = new ConnectionItems();

    /// <inheritdoc />
    public override IDuplexPipe Transport { get => this; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public override CancellationToken ConnectionClosed { get; set; }

    /// <inheritdoc />
    public ClaimsPrincipal? User { get; set; }

    /// <inheritdoc />
    public bool HasInherentKeepAlive => true;

    /// <inheritdoc />
    public HttpContext? HttpContext { get; set; }

    PipeReader IDuplexPipe.Input => Requests.Reader;

    PipeWriter IDuplexPipe.Output => _output;

    /// <summary>
    /// The socket has been accepted. Until then the connection has its place, but nothing can be sent.
    /// </summary>
    public void Open(Stream stream)
    {
        _stream = new ObservedStream(stream, _time);
        _sender = new FrameSender(stream, OnBroken);
    }

    /// <summary>Hands a frame to the client. Never waits and never throws.</summary>
    public void Send(OutgoingFrame frame)
    {
        if (_sender is { } sender)
            sender.Send(frame);
        else
            frame.Return();
    }

    /// <summary>Asks the client for a sign of life.</summary>
    public void Ping() => Send(new FrameBuilder().Begin().Finish(FrameKind.Ping));

    /// <summary>Says goodbye: what was sent before still leaves, then a close frame.</summary>
    public void Close(CloseReason reason)
    {
        var frame = new FrameBuilder().Begin();
        if (reason != CloseReason.LoggedOut)
        {
            BinaryPrimitives.WriteUInt16BigEndian(frame.GetSpan(2), (ushort)reason);
            frame.Advance(2);
            frame.Advance(Encoding.UTF8.GetBytes(reason.ToString(), frame.GetSpan(64)));
        }

        _sender?.End(frame.Finish(FrameKind.Close));
        // The client has a moment to answer the close frame; then the connection is cut.
        _closed.CancelAfter(TimeSpan.FromSeconds(2));
    }

    /// <summary>Cuts the connection without a word.</summary>
    public override void Abort(ConnectionAbortedException abortReason) => OnBroken(abortReason);

    private void OnBroken(Exception? cause)
    {
        if (cause is not null)
            LogBroken(ConnectionId, cause.Message);
        _closed.CancelAfter(TimeSpan.Zero);
    }
}
