using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using OpenIM.SignalR.Sessions;
using StackExchange.Redis;

namespace OpenIM.SignalR.Server;

/// <summary>The Orleans silo that this process is: alone, or one of several that meet in Redis.</summary>
internal static class SiloHosting
{
    public static void AddSilo(this WebApplicationBuilder builder, GatewaySettings settings) => builder.UseOrleans(silo =>
    {
        if (settings.Cluster is { } cluster)
            JoinCluster(silo, cluster);
        else
            StandAlone(silo);
        // The default, a million, is a table of 18 MB of which every session touches a page of its own.
        silo.Configure<GrainDirectoryOptions>(options => options.CacheSize = 100_000);
        AddStorage(silo, settings);
        silo.AddSessions(sessions =>
        {
            sessions.ParkingTime = settings.Sessions.ParkingTime;
            sessions.EventRingBytes = settings.Sessions.EventRingBytes;
        });
    });

    private static void StandAlone(ISiloBuilder silo)
    {
        // A free port, so that two gateways fit on one machine; nobody but this process connects to it.
        silo.UseLocalhostClustering(siloPort: FreePort(IPAddress.Loopback), gatewayPort: 0);
    }

    private static void JoinCluster(ISiloBuilder silo, ClusterOptions cluster)
    {
        var redis = ConfigurationOptions.Parse(cluster.RedisConnectionString);
        redis.AbortOnConnectFail = false;
        silo.Configure<Orleans.Configuration.ClusterOptions>(options => options.ClusterId = options.ServiceId = cluster.Name);
        silo.UseRedisClustering(options => options.ConfigurationOptions = redis);
        silo.Configure<EndpointOptions>(options =>
        {
            if (cluster.Address is { } address)
                options.AdvertisedIPAddress = address;
            options.SiloPort = cluster.Port == 0 ? FreePort(IPAddress.Any) : cluster.Port;
            options.GatewayPort = 0;
            options.SiloListeningEndpoint = new IPEndPoint(IPAddress.Any, options.SiloPort);
        });
        // A node that dies is missed within 1 to 3 s. Its ranges of the grain directory are given away when their lease ends, so
        // the lease is short too, and longer than the time in which a node that was cut off stops itself.
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 2;
            options.NumVotesForDeathDeclaration = 1;
        });
        silo.Configure<GrainDirectoryOptions>(options => options.RangeLeaseDuration = TimeSpan.FromSeconds(4));
#pragma warning disable ORLEANSEXP003 // The strong directory is what keeps a session to one activation in the cluster.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }

    private static void AddStorage(ISiloBuilder silo, GatewaySettings settings)
    {
        var storage = settings.Storage;
        switch (storage.Provider)
        {
            case StorageProvider.Memory:
                silo.AddMemoryGrainStorage(SessionStorage.Name);
                break;
            case StorageProvider.Redis:
                silo.AddRedisGrainStorage(SessionStorage.Name, options =>
                {
                    options.ConfigurationOptions = ConfigurationOptions.Parse(storage.ConnectionString!);
                    options.ConfigurationOptions.AbortOnConnectFail = false;
                });
                break;
            case StorageProvider.Sqlite or StorageProvider.PostgreSQL:
                var database = GrainDatabase.Open(storage);
                silo.AddAdoNetGrainStorage(SessionStorage.Name, options =>
                {
                    options.Invariant = database.Invariant;
                    options.ConnectionString = database.ConnectionString;
                });
                break;
        }
    }

    /// <summary>Orleans does not take port 0. The system gives ports in turn, so that this one stays free for the moment it takes.</summary>
    private static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
