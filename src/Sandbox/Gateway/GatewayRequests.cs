using Google.Protobuf;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Which rule answers which <c>reqIdentifier</c>. Requests of one connection are answered one after another, so a rule
/// must not wait for anything; what takes long is queued and pushed later.
/// </summary>
internal sealed class GatewayRequests
{
    /// <summary>A request with access to its connection; a null message is answered as <c>"data":null</c>.</summary>
    public delegate Answer<IMessage?> Handler(GatewayConnection connection, Caller caller, ReadOnlySpan<byte> data);

    private readonly Dictionary<int, Handler> _handlers = [];

    /// <summary>The handler of a request, or null: then the connection is ended.</summary>
    public Handler? Find(int reqIdentifier) => _handlers.GetValueOrDefault(reqIdentifier);

    /// <summary>A request whose rule needs the message and the caller only.</summary>
    public void Map<TRequest, TResponse>(int reqIdentifier, Func<Caller, TRequest, Answer<TResponse>> rule)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage =>
        Map<TRequest>(reqIdentifier, (_, caller, request) =>
        {
            var answer = rule(caller, request);
            return new Answer<IMessage?>(answer.Value, answer.Error);
        });

    /// <summary>A request about the connection that it came on.</summary>
    public void Map<TRequest>(int reqIdentifier, Func<GatewayConnection, Caller, TRequest, Answer<IMessage?>> rule)
        where TRequest : IMessage<TRequest>, new()
    {
        var parser = new MessageParser<TRequest>(() => new TRequest());
        _handlers.Add(reqIdentifier, (connection, caller, data) =>
        {
            TRequest request;
            try
            {
                request = parser.ParseFrom(data);
            }
            catch (InvalidProtocolBufferException error)
            {
                return ServerErrors.Internal(error.Message);
            }
            return rule(connection, caller, request);
        });
    }
}
