using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Connections;

namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// The language of one generation of legacy clients: how their frames become calls of the hub, and how the hub's
/// results, errors and events become their frames. One instance serves all connections.
/// </summary>
internal abstract class Dialect
{
    /// <summary>
    /// Makes a call of a frame. What can be answered without the hub, above all errors, is answered at once; then the
    /// result is null.
    /// </summary>
    /// <param name="connection">The client.</param>
    /// <param name="frame">The frame as it came, valid during the call.</param>
    /// <param name="binder">
    /// Knows the parameters of the hub's methods. Null for a client that never reaches the hub.
    /// </param>
    public abstract InvocationMessage? Read(
        LegacyConnection connection, ReadOnlySpan<byte> frame, IInvocationBinder? binder);

    /// <summary>
    /// Answers a frame with "too many requests", without looking further into it than for its function and operationID.
    /// </summary>
    public abstract void Refuse(LegacyConnection connection, ReadOnlySpan<byte> frame);

    /// <summary>Answers the request that <see cref="CompletionMessage.InvocationId"/> belongs to.</summary>
    public abstract void WriteReply(LegacyConnection connection, CompletionMessage completion);

    /// <summary>Tells an event, unless clients of this dialect do not know it.</summary>
    public abstract void WriteEvent(LegacyConnection connection, HubEvent hubEvent);

    /// <summary>Says what the dialect says when a connection has been made.</summary>
    public virtual void Greet(LegacyConnection connection)
    {
    }

    /// <summary>Tells a client that its place was taken, and ends its connection.</summary>
    public abstract void TellKicked(LegacyConnection connection);

    /// <summary>The next call that the dialect makes by itself; see <see cref="ClientState.OwnCalls"/>.</summary>
    public static InvocationMessage? MakeOwnCall(LegacyConnection connection) =>
        connection.State.OwnCalls.TryDequeue(out var call)
            ? new InvocationMessage(InvocationKey.Make(call.Row, call.Subject), call.Method, call.Arguments)
            : null;

    /// <summary>
    /// The client is gone; the hub has not been told yet and still handles requests. True when there is one more call
    /// to make.
    /// </summary>
    public virtual bool OnClientGone(LegacyConnection connection) => false;
}
