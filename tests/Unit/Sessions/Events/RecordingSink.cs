using System.Text;
using System.Threading.Channels;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Events;

/// <summary>Takes the place of the hub: keeps what a session tells.</summary>
internal sealed class RecordingSink : ISessionEventSink
{
    private readonly Channel<(string SessionKey, SessionEvent Event)> _arrived =
        Channel.CreateBounded<(string, SessionEvent)>(10_000);
    private readonly List<(string SessionKey, SessionEvent Event)> _events = [];

    public IReadOnlyList<(string SessionKey, SessionEvent Event)> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public void Post(string sessionKey, SessionEvent sessionEvent)
    {
        lock (_events)
            _events.Add((sessionKey, sessionEvent));
        Assert.True(_arrived.Writer.TryWrite((sessionKey, sessionEvent)));
    }

    /// <summary>The next event, as <c>Name(arguments)</c>.</summary>
    public async Task<string> Next() =>
        Describe((await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask().WaitAsync(TimeSpan.FromSeconds(20))).Event);

    /// <summary>The next events, up to and including the one that begins with <paramref name="last"/>.</summary>
    public async Task<IReadOnlyList<string>> Until(string last)
    {
        var seen = new List<string>();
        do
            seen.Add(await Next());
        while (!seen[^1].StartsWith(last, StringComparison.Ordinal));
        return seen;
    }

    public static string Describe(SessionEvent sessionEvent) =>
        $"{sessionEvent.Name}({string.Join(',', sessionEvent.Arguments.Select(
            argument => Encoding.UTF8.GetString(argument.Utf8.Span)))})";
}
