using Microsoft.Extensions.Logging;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// How Refit talks to OpenIM: JSON in Go's form, and an HTTP status is no news since the envelope has the code.
/// </summary>
internal sealed class ApiSettings(ILogger<ApiLogger> logger)
{
    public RefitSettings Refit { get; } = new(new OpenImContentSerializer())
    {
        ExceptionFactory = static _ => ValueTask.FromResult<Exception?>(null),
        DeserializationExceptionFactory = (answer, error) =>
        {
            ApiLog.Unreadable(logger, answer.RequestMessage?.RequestUri?.AbsolutePath, (int)answer.StatusCode, error);
            return ValueTask.FromResult<Exception?>(error);
        },
    };
}
