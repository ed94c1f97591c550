using Microsoft.Extensions.Options;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Reads the whole answer, up to a limit, before anything else looks at it: so that the time limit around it covers the body as
/// well as the headers, and a body that never ends is no way to fill the memory.
/// </summary>
internal sealed class BufferAnswerHandler(IOptions<UpstreamOptions> options) : DelegatingHandler
{
    private readonly long _limit = 16L * options.Value.MaxFrameBytes;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(_limit, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
