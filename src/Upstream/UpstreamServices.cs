using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Upstream.Wire;
using Polly;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>Registers the clients of an OpenIM server.</summary>
public static class UpstreamServices
{
    private const string Client = "OpenIM";

    /// <summary>
    /// Adds the REST interfaces and the message gateway of the server that <see cref="UpstreamOptions"/> names. All are
    /// singletons, so that a session holds references and nothing of its own; connections to the REST API are shared
    /// and renewed.
    /// </summary>
    public static IServiceCollection AddOpenImUpstream(
        this IServiceCollection services, Action<UpstreamOptions>? configure = null)
    {
        services.AddOptions<UpstreamOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ApiSettings>();
        services.AddTransient<ApiTransportHandler>();

        var client = services.AddHttpClient(Client)
            .ConfigureHttpClient(static (provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<IOptions<UpstreamOptions>>().Value.ApiAddress;
                http.Timeout = Timeout.InfiniteTimeSpan; // The resilience pipeline has the limit, body included.
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // PooledConnectionLifetime renews the connections instead.
            .ConfigurePrimaryHttpMessageHandler(static () => NewHandler())
            .RemoveAllLoggers()
            .AddLogger<ApiLogger>(wrapHandlersPipeline: true);
        services.AddSingleton<ApiLogger>();
        client.AddResilienceHandler("request", static (pipeline, context) => Limits(pipeline, context.ServiceProvider));
        client.AddHttpMessageHandler<ApiTransportHandler>();

        services.AddApi<IAuthApi>();
        services.AddApi<IUserApi>();
        services.AddApi<IFriendApi>();
        services.AddApi<IGroupApi>();
        services.AddApi<IConversationApi>();
        services.AddApi<IMessageApi>();
        services.AddApi<IThirdApi>();
        services.AddApi<IObjectApi>();
        services.AddApi<IJssdkApi>();
        services.AddSingleton<GatewayConnector>();
        return services;
    }

    private static void AddApi<T>(this IServiceCollection services) where T : class =>
        services.AddSingleton(static provider => RestService.ForGenerated<T>(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client),
            provider.GetRequiredService<ApiSettings>().Refit));

    private static SocketsHttpHandler NewHandler() => new()
    {
        // Requests beyond this wait in the handler, inside their time limit: it is OpenIM's database that sets the
        // pace, not us.
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseCookies = false,
        // An operationID is the client's free text.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    };

    /// <summary>
    /// One limit for the whole request, and one more try for requests that only read and found no server: those are
    /// harmless to repeat. Everything else is tried once, as OpenIM's SDKs do.
    /// </summary>
    private static void Limits(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<UpstreamOptions>>().Value;
        // ApiLogger reports a failure once, in one line; Polly would write it four times with its stack.
        pipeline.ConfigureTelemetry(NullLoggerFactory.Instance);
        pipeline.TimeProvider = provider.GetRequiredService<TimeProvider>();
        pipeline.AddTimeout(options.RequestTimeout);
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
            ShouldHandle = static attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is HttpRequestException
                    { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded }
                && attempt.Context.GetRequestMessage() is { RequestUri: { } address } && OnlyReads(address)),
        });
    }

    private static bool OnlyReads(Uri address)
    {
        var name = address.AbsolutePath.AsSpan();
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.StartsWith("get_") || name.SequenceEqual("parse_token");
    }
}
