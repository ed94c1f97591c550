using Microsoft.Extensions.Options;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// The last step before the network: what goes out is fit to be sent, and what comes back is there as a whole.
/// </summary>
internal sealed class ApiTransportHandler(IOptions<UpstreamOptions> options) : DelegatingHandler
{
    private const string OperationID = "operationID";
    private readonly long _limit = 2L * options.Value.MaxFrameBytes;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        EscapeOperationID(request);
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            // Here and not in the deserializer, so that the time limit around this handler covers the body as well as
            // the headers, and a body that never ends does not fill the memory.
            await answer.Content.LoadIntoBufferAsync(_limit, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>
    /// An operationID is a client's free text; one with control characters would make the server refuse the request.
    /// </summary>
    private static void EscapeOperationID(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues(OperationID, out var values))
            return;
        var text = values.ToString();
        if (!text.Any(char.IsControl))
            return;
        request.Headers.Remove(OperationID);
        request.Headers.TryAddWithoutValidation(OperationID, Uri.EscapeDataString(text));
    }
}
