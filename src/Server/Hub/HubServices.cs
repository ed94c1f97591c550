using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Sessions;
using StackExchange.Redis;

namespace OpenIM.SignalR.Server;

/// <summary>The hub: its limits, its protocols and its backplane.</summary>
internal static class HubServices
{
    public static void AddHub(this IServiceCollection services, GatewaySettings settings)
    {
        var signalR = services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = settings.Gateway.MaxMessageBytes;
            // SignalR starts the calls of a connection one after the other, each up to its first wait, and stops reading while this
            // many wait. So sends reach the session in their order, and what is too much stays with the client.
            hub.MaximumParallelInvocationsPerClient = settings.Gateway.ParallelRequests;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(15);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(40);
            hub.AddFilter<HubGuard>();
        });
        services.AddSingleton<HubGuard>();
        services.AddSingleton<IHubProtocol>(Json(settings.Gateway.MaxMessageBytes));
        services.AddSingleton<IHubProtocol>(MessagePack(settings.Gateway.MaxMessageBytes));
        services.AddSingleton<HubEventSink>();
        services.AddSingleton<ISessionEventSink>(provider => provider.GetRequiredService<HubEventSink>());
        services.AddHostedService(provider => provider.GetRequiredService<HubEventSink>());
        if (settings.Cluster is { } cluster)
            signalR.AddStackExchangeRedis(cluster.RedisConnectionString, redis =>
            {
                redis.Configuration.AbortOnConnectFail = false;
                redis.Configuration.ChannelPrefix = RedisChannel.Literal(cluster.Name);
            });
    }

    /// <summary>Stateful reconnect stays off: it buffers per connection what Resume already has in the session.</summary>
    public static void MapHub(this WebApplication app) => app.MapHub<OpenImHub>("/hub", connection =>
    {
        // A client that takes nothing for so long is given up, and asks for what it missed when it comes back.
        connection.TransportSendTimeout = TimeSpan.FromSeconds(10);
        connection.AllowStatefulReconnects = false;
    });

    // Registered after SignalR's own of the same names, which they take the place of.
    public static GuardedHubProtocol Json(int maxMessageBytes) => new(
        new JsonHubProtocol(Options.Create(new JsonHubProtocolOptions { PayloadSerializerOptions = HubJson.Options })),
        maxMessageBytes);

    public static GuardedHubProtocol MessagePack(int maxMessageBytes) => new(
        new MessagePackHubProtocol(Options.Create(new MessagePackHubProtocolOptions
        {
            SerializerOptions = MessagePackSerializerOptions.Standard
                .WithResolver(new ContractsResolver(HubJson.Options))
                .WithSecurity(MessagePackSecurity.UntrustedData),
        })),
        maxMessageBytes);
}
