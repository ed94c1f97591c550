using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;

namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// SignalR's view of the legacy frames. There is one protocol for all dialects, because a backplane encodes every event
/// once for each protocol it knows: events are encoded neutrally (<see cref="HubEvent"/>) and each connection's dialect
/// finishes them.
/// <para>
/// Every legacy connection has an instance of its own, found by <see cref="LegacyProtocolResolver"/>, so that requests
/// and replies meet the connection's state. The instance without a connection is the backplane's; a client that names
/// it in a handshake is refused, since it supports no version.
/// </para>
/// </summary>
internal sealed class LegacyHubProtocol(LegacyConnection? connection) : IHubProtocol
{
    public const string ProtocolName = "openim";

    private const char RecordSeparator = '\u001e';

    /// <summary>
    /// The instance that only encodes events. (Made by the container, which has no connection to give.)
    /// </summary>
    public LegacyHubProtocol()
        : this(connection: null)
    {
    }

    /// <inheritdoc />
    public string Name => ProtocolName;

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public TransferFormat TransferFormat => TransferFormat.Binary;

    /// <summary>SignalR's handshake request for a connection. The resolver finds the connection by its id.</summary>
    public static byte[] HandshakeFor(LegacyConnection connection) => Encoding.ASCII.GetBytes(
        $$"""{"protocol":"{{ProtocolName}} {{connection.ConnectionId}}","version":1}{{RecordSeparator}}""");

    /// <inheritdoc />
    public bool IsVersionSupported(int version) => connection is not null && version == Version;

    /// <inheritdoc />
    public bool TryParseMessage(
        ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        message = null;
        if (input.IsEmpty || connection is null)
            return false;

        // SignalR takes bytes as read only when there is a message; a ping is one without any effect.
        input = input.Slice(1);
        message = ReadRequest(connection, binder) ?? (HubMessage)PingMessage.Instance;
        return true;
    }

    /// <summary>
    /// Answers or tells this one connection. The way out is the connection's own, not <paramref name="output"/>.
    /// </summary>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        switch (message)
        {
            case InvocationMessage invocation when connection is not null:
                connection.Dialect.WriteEvent(connection, new HubEvent(GetMessageBytes(invocation).Span));
                break;
            case CompletionMessage completion when connection is not null:
                connection.Requests.Answered();
                connection.Dialect.WriteReply(connection, completion);
                break;
        }
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        if (message is InvocationMessage invocation)
            HubEvent.Write(invocation, output);
        return output.WrittenMemory;
    }

    /// <summary>Takes the next request and makes a call of it, unless it is answered already.</summary>
    public static InvocationMessage? ReadRequest(LegacyConnection connection, IInvocationBinder? binder)
    {
        var request = connection.Requests.Dequeue();
        try
        {
            var message = request.Array is null
                ? Dialect.MakeOwnCall(connection)
                : connection.Dialect.Read(connection, request, binder);
            if (message is null)
            {
                connection.Requests.Answered();
                connection.State.EndWaiting();
            }

            return message;
        }
        finally
        {
            if (request.Array is not null)
                ArrayPool<byte>.Shared.Return(request.Array);
        }
    }
}
