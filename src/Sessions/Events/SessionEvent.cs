using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>One event of a session, encoded once.</summary>
/// <param name="Name">The client method, such as <c>OnRecvNewMessages</c>.</param>
/// <param name="Arguments">The payload as v3.8 JSON, without the cursor.</param>
/// <param name="Cursor"><c>epoch:offset</c>; offsets of one epoch are consecutive.</param>
[GenerateSerializer, Immutable, Alias("OpenIM.SignalR.SessionEvent")]
public sealed record SessionEvent(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<RawJson> Arguments,
    [property: Id(2)] string Cursor)
{
    /// <summary>What a client method gets: the payload and, last, the cursor.</summary>
    public object?[] ArgumentsWithCursor()
    {
        var arguments = new object?[Arguments.Count + 1];
        for (var i = 0; i < Arguments.Count; i++)
            arguments[i] = Arguments[i];
        arguments[^1] = Cursor;
        return arguments;
    }
}
