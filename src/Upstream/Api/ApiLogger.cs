using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// Logs the requests that failed, and only those: the factory's own logger writes four lines for each that went well.
/// Neither headers nor bodies are logged, since tokens are in both.
/// </summary>
internal sealed class ApiLogger(ILogger<ApiLogger> logger) : IHttpClientLogger
{
    public object? LogRequestStart(HttpRequestMessage request) => null;

    public void LogRequestStop(
        object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
    {
    }

    public void LogRequestFailed(
        object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception,
        TimeSpan elapsed)
    {
        if (exception is not OperationCanceledException)
            ApiLog.Failed(logger, request.RequestUri?.AbsolutePath, elapsed.TotalMilliseconds, exception.Message);
    }
}
