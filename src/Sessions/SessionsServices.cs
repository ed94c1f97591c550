using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Contracts;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace OpenIM.SignalR.Sessions;

/// <summary>Registers the session engine.</summary>
public static class SessionsServices
{
    /// <summary>
    /// Adds the session grain to a silo. The host adds beside it: the upstream clients (<c>AddOpenImUpstream</c>), an
    /// <see cref="ISessionEventSink"/>, and a grain storage named <see cref="SessionStorage.Name"/>.
    /// </summary>
    public static ISiloBuilder AddSessions(this ISiloBuilder silo, Action<SessionOptions>? configure = null)
    {
        silo.Services.AddOptions<SessionOptions>()
            .Configure(options => configure?.Invoke(options))
            .ValidateOnStart();
        silo.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>());
        silo.Services.TryAddSingleton(TimeProvider.System);
        // Positions are plain data; the serializer that storages have by themselves is Newtonsoft's.
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Services.AddHybridCache();
        silo.Services.AddSingleton<UserProfiles>();
        silo.Services.AddSingleton<GroupProfiles>();
        silo.Services.AddContractsSerialization();
        return silo;
    }

    /// <summary>
    /// How contract records travel in grain calls: within a process as they are, between processes as JSON. A client
    /// of the cluster outside of a silo needs this too.
    /// </summary>
    public static IServiceCollection AddContractsSerialization(this IServiceCollection services)
    {
        // Before the JSON codec, which would otherwise copy each argument by writing and parsing it.
        services.AddSingleton<IGeneralizedCopier, ContractsCopier>();
        return services.AddSerializer(static serializer => serializer.AddJsonSerializer(
            static type => type.Assembly == typeof(Result).Assembly,
            new JsonSerializerOptions
            {
                Encoder = ContractsJsonContext.Relaxed.Options.Encoder,
                // The second one is for Result<T> of any T, which no generated context can list.
                TypeInfoResolver = JsonTypeInfoResolver.Combine(
                    ContractsJsonContext.Relaxed, new DefaultJsonTypeInfoResolver()),
            }));
    }
}
