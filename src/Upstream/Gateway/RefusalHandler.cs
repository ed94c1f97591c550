using System.Net;
using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// The message gateway refuses some handshakes with an ordinary answer (status 200) whose body says why. A websocket
/// client throws that body away, so it is read below it.
/// </summary>
internal sealed class RefusalHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public const int MaxBytes = 4096;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.SwitchingProtocols)
            return answer;
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
}

/// <summary>Carries a refusal through the websocket client.</summary>
internal sealed class GatewayRefusedException(OpenImError error) : Exception(error.ToString())
{
    public OpenImError Error { get; } = error;
}
