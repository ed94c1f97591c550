using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenIM.SignalR.Compat;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenTelemetry.Metrics;

namespace OpenIM.SignalR.Server;

/// <summary>What the gateway is made of.</summary>
internal static class GatewayServices
{
    public static void AddGateway(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var services = builder.Services;
        builder.AddLogLevels(settings.Gateway);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Gateway.MaxMessageBytes;
            kestrel.ListenAnyIP(settings.Gateway.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        services.AddSingleton(settings.Gateway);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<GatewayMetrics>();
        services.AddOpenImUpstream(upstream =>
        {
            upstream.ApiAddress = settings.OpenIm.ApiAddress;
            upstream.WsAddress = settings.OpenIm.WsAddress;
            upstream.RequestTimeout = settings.OpenIm.RequestTimeout;
            upstream.MaxFrameBytes = settings.OpenIm.MaxFrameBytes;
            upstream.CompressGateway = settings.OpenIm.CompressGateway;
        });
        services.AddAuthorization();
        services.AddSingleton<TokenVerifier>();
        // AddAuthentication would bring data protection along, whose keys nothing here needs.
        services.AddAuthenticationCore(authentication => authentication.DefaultScheme = TokenAuthentication.Scheme);
        services.AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, OpenImAuthenticationHandler>(TokenAuthentication.Scheme, null);
        services.AddHub(settings);
        services.AddLegacyClients();
        services.AddHealth(settings.Cluster);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => _ = settings.Gateway.AllowedOrigins.Contains("*")
            // Cookies mean nothing here, but SignalR's browser client asks for them to be allowed.
            ? policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials()
            : policy.WithOrigins([.. settings.Gateway.AllowedOrigins]).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
        if (settings.Telemetry.OtlpEndpoint is { } collector)
            services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(GatewayMetrics.MeterName, "Microsoft.AspNetCore.*", "Microsoft.Orleans", "System.Runtime", "System.Net.Http")
                .AddOtlpExporter(otlp => otlp.Endpoint = collector));
        if (settings.Sandbox is not null)
            services.AddSingleton(provider => new SandboxAccounts(
                settings.OpenIm.ApiAddress, settings.Sandbox, provider.GetRequiredService<TokenVerifier>()));
        builder.AddSilo(settings);
    }

    private static void AddLogLevels(this WebApplicationBuilder builder, GatewayOptions options)
    {
        // Writes each refused call as an error with its stack. HubGuard logs those that are errors.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None);
        // Writes addresses with their queries, in which clients that cannot set headers have their tokens.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        if (options.LogLevel is { } level)
            builder.Logging.AddFilter("OpenIM.SignalR", level).SetMinimumLevel(level);
    }
}
