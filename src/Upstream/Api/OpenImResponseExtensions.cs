using System.Text.Json;
using OpenIM.SignalR.Contracts;
using Polly.Timeout;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>Turns the outcome of a REST call into a value, at the place of the call.</summary>
public static class OpenImResponseExtensions
{
    /// <summary>
    /// What the server answered, or why it did not: the server's own error with its code; <see cref="Errors.Network"/>
    /// when it could not be reached, <see cref="Errors.NetworkTimeout"/> when it took too long, <see
    /// cref="Errors.DeadlineExceeded"/> when the caller gave up, <see cref="Errors.Internal"/> when the answer was no
    /// OpenIM answer. An answer without <c>data</c>, as requests have that only change something, is the empty message.
    /// </summary>
    public static async Task<Result<T>> ToResult<T>(this Task<OpenImResponse<T>> call) where T : class, new()
    {
        try
        {
            return await call switch
            {
                null => Errors.Internal,
                { ErrCode: not 0 } refused => new OpenImError(refused.ErrCode, refused.Text),
                var answer => answer.Data ?? new T(),
            };
        }
        catch (Exception error) when (ErrorOf(error) is not null)
        {
            return ErrorOf(error)!;
        }
    }

    private static OpenImError? ErrorOf(Exception error) => error switch
    {
        ApiRequestException { InnerException: { } cause } => ErrorOf(cause),
        TimeoutRejectedException => Errors.NetworkTimeout,
        OperationCanceledException => Errors.DeadlineExceeded,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Errors.Internal,
        HttpRequestException => Errors.Network,
        ApiException or JsonException => Errors.Internal,
        _ => null,
    };
}
