using System.Net;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// An OpenIM server (v3.8) in this process: REST API and message gateway over state in memory, which a file
/// can keep. It validates, refuses and answers like the real one, for people who have none, for tests and for benchmarks.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const int MaxBodyBytes = 8 << 20;

    private readonly WebApplication _app;

    private SandboxServer(WebApplication app, Uri apiAddress, Uri wsAddress)
    {
        _app = app;
        ApiAddress = apiAddress;
        WsAddress = wsAddress;
    }

    /// <summary>Where the REST API listens, <c>http://host:port</c>.</summary>
    public Uri ApiAddress { get; }

    /// <summary>Where the message gateway listens, <c>ws://host:port</c>.</summary>
    public Uri WsAddress { get; }

    /// <summary>
    /// Ends with an <see cref="IOException"/> when the server cannot go on, since its file cannot be written any more.
    /// Whoever runs it should end then; what it is asked to keep until then it refuses.
    /// </summary>
    public Task Failure =>
        _app.Services.GetService<SqliteRecords>()?.Failure ?? new TaskCompletionSource().Task;

    /// <summary>The parts of the running server.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>
    /// Starts a server with what is in its file, or with nothing in it but its administrator.
    /// </summary>
    /// <param name="options">Ports, secret and policies.</param>
    /// <param name="loggerFactory">Where it logs to; nowhere if null. Requests are not logged.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says all that is wrong.</exception>
    /// <exception cref="IOException">A port is taken, or the file cannot be used; the message says why.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, ILoggerFactory? loggerFactory = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.Join(' ', options.Validate()) is { Length: > 0 } errors)
            throw new ArgumentException(errors, nameof(options));

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json", "text/plain"];
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton<HeaderCheck>();
        builder.Services.AddFeatures(options);
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EmbeddedLifetime>());
        builder.Logging.AddProvider(new ForwardingLoggerProvider(loggerFactory ?? NullLoggerFactory.Instance));
        // ASP.NET's own notes hold whole request lines, and the gateway's have the token in them.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        ListenOptions? rest = null, gateway = null;
        var address = IPAddress.Parse(options.Address);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(address, options.RestPort, listen => rest = Http1(listen));
            kestrel.Listen(address, options.GatewayPort, listen => gateway = Http1(listen));
        });
        var app = builder.Build();
        try
        {
            app.MapWhen(context => context.Connection.LocalPort == gateway!.IPEndPoint!.Port, MapGateway);
            MapRest(app);
            CreateAdministrator(app.Services, options);
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new SandboxServer(app, AddressOf("http", options, rest!), AddressOf("ws", options, gateway!));
    }

    /// <summary>Stops listening, ends all connections and writes what is pending to the file.</summary>
    public async ValueTask DisposeAsync()
    {
        // The gateway's connections would keep a graceful stop waiting for their clients.
        foreach (var connection in _app.Services.GetRequiredService<GatewayConnections>().All)
            connection.Abort();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static ListenOptions Http1(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        return listen;
    }

    private static void MapGateway(IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<GatewayEndpoint>();
        app.ApplicationServices.GetRequiredService<GatewayRequests>().MapFeatures(app.ApplicationServices);
        app.Run(endpoint.HandleAsync);
    }

    private static void MapRest(WebApplication app)
    {
        var headers = app.Services.GetRequiredService<HeaderCheck>();
        var faults = app.Services.GetRequiredService<RestFaults>();
        app.Use(next => context => Cors.InvokeAsync(context, next));
        app.Use(next => context => faults.DelayAsync(context, next));
        var storage = app.Services.GetRequiredService<StorageEndpoint>();
        app.Map(StorageUrls.Root, branch => branch
            .Use(next => context => faults.InvokeAsync(context, next))
            .Run(storage.HandleAsync));
        app.UseResponseCompression();
        app.Use(next => context => headers.InvokeAsync(context, next));
        app.Use(next => context => faults.InvokeAsync(context, next));
        app.Use(next => context => NotFound.InvokeAsync(context, next));
        app.UseRouting();
        new RestApi(app).MapFeatures(app.Services);
        app.UseEndpoints(_ => { });
    }

    private static void CreateAdministrator(IServiceProvider services, SandboxOptions options) =>
        services.GetRequiredService<UserStore>().TryAdd(new UserInfo
        {
            UserID = options.AdminUserID,
            Nickname = "superAdmin",
            AppMangerLevel = 2,
            CreateTime = options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
        });

    private static Uri AddressOf(string scheme, SandboxOptions options, ListenOptions listen)
    {
        var host = IPAddress.Parse(options.Address);
        if (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any))
            host = IPAddress.Loopback;
        return new UriBuilder(scheme, host.ToString(), listen.IPEndPoint!.Port).Uri;
    }
}
