using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.V3;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>
/// A connection that ends by itself at the moment at which it is cut. The HTTP context is taken apart when the handler returns; a
/// cut that came a moment later threw ObjectDisposedException on a timer's thread, which ends the process.
/// </summary>
public sealed class LegacyConnectionEndTests
{
    private readonly Request _request = new();

    [Fact]
    public async Task An_end_waits_for_the_cut_that_is_under_way()
    {
        var connection = Connection();
        connection.Abort();
        await _request.Aborting.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        var end = connection.EndAsync().AsTask();
        Assert.False(end.IsCompleted);
        Assert.False(connection.Ended.IsCompleted);

        _request.Gate.Set();
        await end.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(connection.Ended.IsCompleted);
    }

    private LegacyConnection Connection()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(_request);
        return new LegacyConnection(
            new V3Dialect(), new SessionKey("alice", Platform.Web), http, TimeProvider.System, NullLogger<LegacyConnection>.Instance);
    }

    private sealed class Request : IHttpRequestLifetimeFeature
    {
        public TaskCompletionSource Aborting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Gate { get; } = new();

        public CancellationToken RequestAborted { get; set; }

        public void Abort()
        {
            Aborting.TrySetResult();
            Gate.Wait(TimeSpan.FromSeconds(20));
        }
    }
}
