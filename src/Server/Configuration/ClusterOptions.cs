using System.Net;
using StackExchange.Redis;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Makes this process one node of several that share a Redis. Configuration sections <c>Redis</c> and <c>Cluster</c>; without
/// <c>Redis:ConnectionString</c> the node stands alone.
/// </summary>
internal sealed record ClusterOptions
{
    /// <summary>The Redis that the nodes meet in, in StackExchange.Redis' form. May hold a password, so it is never printed.</summary>
    public required string RedisConnectionString { get; init; }

    /// <summary>The name of the cluster. Default <c>openim-signalr</c>. Two clusters on one Redis need two names.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The address at which the other nodes reach this one. Default: the first address of the machine that is not the loopback.
    /// </summary>
    public required IPAddress? Address { get; init; }

    /// <summary>The port at which the other nodes reach this one. Default 0, a free one.</summary>
    public required int Port { get; init; }

    public static ClusterOptions? Read(ConfigurationReader reader)
    {
        var redis = reader.Text("Redis:ConnectionString");
        if (redis is not null && !IsRedis(redis))
            reader.Report("Redis:ConnectionString", "this is not a Redis connection string such as redis.example.com:6379,password=...");
        var address = reader.Text("Cluster:Address");
        IPAddress? ip = null;
        if (address is not null && !IPAddress.TryParse(address, out ip))
            reader.Report("Cluster:Address", $"'{address}' is not an IP address such as 10.0.0.5");
        var options = new ClusterOptions
        {
            RedisConnectionString = redis ?? "",
            Name = reader.Text("Cluster:Name") ?? "openim-signalr",
            Address = ip,
            Port = reader.Port("Cluster:Port", 0),
        };
        return redis is null ? null : options;
    }

    /// <summary>Whether StackExchange.Redis understands <paramref name="text"/> and finds a server in it.</summary>
    public static bool IsRedis(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
