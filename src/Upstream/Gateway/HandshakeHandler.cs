using System.Net;
using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// What a websocket client lacks in its handshake. The message gateway refuses some with an ordinary answer (status
/// 200) whose body says why, which the websocket client throws away: it is read here. And of a handshake that succeeds
/// the websocket gets the connection alone, without the HTTP client that made it (see <see cref="HandshakeStream"/>).
/// One handler makes one connection.
/// </summary>
internal sealed class HandshakeHandler : DelegatingHandler
{
    public const int MaxBytes = 4096;

    private HandshakeStream? _stream;

    public HandshakeHandler() => InnerHandler = new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        // Behind TLS, if there is any.
        PlaintextStreamFilter = (context, _) =>
            ValueTask.FromResult<Stream>(_stream = new HandshakeStream(context.PlaintextStream)),
    };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.SwitchingProtocols)
        {
            var connection = _stream!.Release();
            answer.Content.Dispose(); // The HTTP client's hold on the stream.
            answer.Content = new UpgradedContent(connection);
            return answer;
        }
        using (answer)
        {
            await answer.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            throw new GatewayRefusedException(ErrorIn(body) ?? Errors.Network);
        }
    }

    /// <summary>The error that an envelope holds, or null when it holds none.</summary>
    /// <exception cref="JsonException">It is no envelope.</exception>
    public static OpenImError? ErrorIn(ReadOnlySpan<byte> envelope)
    {
        var answer = JsonSerializer.Deserialize<OpenImResponse<JsonElement?>>(envelope, OpenImJson.Options);
        return answer is { ErrCode: not 0 } ? new OpenImError(answer.ErrCode, answer.Text) : null;
    }

    /// <summary>The content of an answer of status 101 is the connection itself.</summary>
    private sealed class UpgradedContent(Stream connection) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => connection;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(connection);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        // The websocket client disposes of the answer when it refuses it.
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                connection.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Carries a refusal through the websocket client.</summary>
internal sealed class GatewayRefusedException(OpenImError error) : Exception(error.ToString())
{
    public OpenImError Error { get; } = error;
}
