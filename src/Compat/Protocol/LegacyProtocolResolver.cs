using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;

namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// Finds the protocols of hub clients by their names, as SignalR does, and for a legacy connection the instance that
/// belongs to it (<c>openim &lt;connection id&gt;</c>; ids are not guessable, and a connection is found only while it
/// makes its handshake).
/// </summary>
internal sealed class LegacyProtocolResolver(IEnumerable<IHubProtocol> protocols) : IHubProtocolResolver
{
    private const string Prefix = LegacyHubProtocol.ProtocolName + " ";

    private readonly ConcurrentDictionary<string, LegacyConnection> _handshakes = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<IHubProtocol> AllProtocols { get; } = [.. protocols];

    /// <summary>Lets a connection's handshake find it, once.</summary>
    public void Expect(LegacyConnection connection) => _handshakes[connection.ConnectionId] = connection;

    /// <summary>The connection has ended; usually its handshake is long over.</summary>
    public void Forget(LegacyConnection connection) => _handshakes.TryRemove(connection.ConnectionId, out _);

    /// <inheritdoc />
    public IHubProtocol? GetProtocol(string protocolName, IReadOnlyList<string>? supportedProtocols)
    {
        if (protocolName.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return _handshakes.TryRemove(protocolName[Prefix.Length..], out var connection)
                ? new LegacyHubProtocol(connection)
                : null;
        }

        return AllProtocols.LastOrDefault(protocol =>
            string.Equals(protocol.Name, protocolName, StringComparison.OrdinalIgnoreCase)
            && (supportedProtocols is null
                || supportedProtocols.Contains(protocol.Name, StringComparer.OrdinalIgnoreCase)));
    }
}
