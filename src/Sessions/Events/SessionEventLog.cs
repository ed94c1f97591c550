using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Tells clients what happens: encodes an event once, numbers it, keeps it for Resume and hands it to the connections.
/// Nothing is kept before somebody may ask for it.
/// </summary>
internal sealed class SessionEventLog(string sessionKey, ISessionEventSink sink, int ringBytes)
{
    private readonly string _epoch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
    private readonly EventRing _ring = new(ringBytes);

    /// <summary>The position after the latest event.</summary>
    public string Cursor => new EventCursor(_epoch, _ring.Last).ToString();

    /// <summary>Whether events are kept from now on: a client carries cursors, or nobody listens.</summary>
    public bool IsKeeping { get; set; }

    /// <summary>An event without a payload.</summary>
    public void Raise(string name) => Raise(name, (IReadOnlyList<RawJson>)[]);

    /// <summary>An event with one argument.</summary>
    public void Raise<T>(string name, T payload, JsonTypeInfo<T> type) => Raise(name, [Encode(payload, type)]);

    /// <summary>The one event with two arguments, OnConnectFailed.</summary>
    public void Raise(string name, OpenImError error) =>
        Raise(name,
        [
            Encode(error.Code, ContractsJsonContext.Relaxed.Int32),
            Encode(error.Message, ContractsJsonContext.Relaxed.String),
        ]);

    /// <summary>
    /// Forgets what was told until now. A client that asks for it reads its lists again, as at a first login.
    /// </summary>
    public void Forget() => _ring.Clear();

    /// <summary>Everything after <paramref name="cursor"/>, or that it is not known any more.</summary>
    public SessionEvents Since(string cursor)
    {
        if (!EventCursor.TryParse(cursor, out var seen) || seen.Epoch != _epoch || !_ring.Holds(seen.Offset))
            return new SessionEvents(Continuous: false, [], Cursor);
        var events = new List<SessionEvent>();
        foreach (var (offset, name, arguments) in _ring.After(seen.Offset))
            events.Add(new SessionEvent(name, arguments, new EventCursor(_epoch, offset).ToString()));
        return new SessionEvents(Continuous: true, events, Cursor);
    }

    private void Raise(string name, IReadOnlyList<RawJson> arguments)
    {
        var offset = IsKeeping ? _ring.Add(name, arguments) : _ring.Skip();
        sink.Post(sessionKey, new SessionEvent(name, arguments, new EventCursor(_epoch, offset).ToString()));
    }

    private static RawJson Encode<T>(T payload, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(payload, type));
}
