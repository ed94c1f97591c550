using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Handshake;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Compat.V3;

namespace OpenIM.SignalR.Compat;

/// <summary>
/// Lets clients of the legacy JS SDK (npm <c>open-im-sdk</c> 2.x and 3.x) into a hub that has the functions of the v3.8
/// SDK as its methods. To the hub they are connections like any other.
/// </summary>
public static class LegacyClients
{
    /// <summary>Adds what <see cref="UseLegacyClients{THub}"/> needs. To be called after <c>AddSignalR</c>.</summary>
    public static IServiceCollection AddLegacyClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHubProtocol, LegacyHubProtocol>(_ => new LegacyHubProtocol()));
        services.AddSingleton<LegacyProtocolResolver>();
        services.Replace(ServiceDescriptor.Singleton<IHubProtocolResolver>(
            provider => provider.GetRequiredService<LegacyProtocolResolver>()));
        services.AddSingleton<LegacyConnections>();
        services.AddSingleton<V2Dialect>();
        services.AddSingleton<V3Dialect>();
        services.AddHostedService<KeepAlive>();
        return services;
    }

    /// <summary>
    /// Accepts legacy clients: every websocket upgrade on any path but <c>/hub</c>. Their tokens are checked by the
    /// authentication scheme <see cref="OpenIM.SignalR.Contracts.TokenAuthentication.Scheme"/>, so this comes before
    /// <c>UseAuthentication</c>, which would look for a token where hub clients have it.
    /// </summary>
    /// <typeparam name="THub">The hub that they reach.</typeparam>
    public static IApplicationBuilder UseLegacyClients<THub>(this IApplicationBuilder app)
        where THub : Hub => app.UseMiddleware<LegacyMiddleware<THub>>();
}
