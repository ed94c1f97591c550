using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream;

/// <summary>A real web server on a free port that answers as the test says, and the clients that ask it.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ServiceProvider? _clients;

    private Peer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Peer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Peer(app);
    }

    /// <summary>What the product registers, pointed at this server.</summary>
    public IServiceProvider Clients(TimeProvider? time = null, Action<UpstreamOptions>? configure = null) =>
        _clients ??= new ServiceCollection()
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddOpenImUpstream(options =>
            {
                options.ApiAddress = Address;
                options.WsAddress = new UriBuilder(Address) { Scheme = "ws" }.Uri;
                configure?.Invoke(options);
            })
            .BuildServiceProvider();

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_clients is not null)
            await _clients.DisposeAsync();
        await _app.DisposeAsync();
    }
}
