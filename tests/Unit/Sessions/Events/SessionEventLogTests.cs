using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Events;

public sealed class SessionEventLogTests
{
    private readonly RecordingSink _sink = new();

    [Fact]
    public void An_event_reaches_the_sink_with_its_arguments_as_json_and_a_cursor()
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };

        log.Raise("OnConnecting");
        log.Raise("OnSyncServerProgress", 10, ContractsJsonContext.Default.Int32);
        log.Raise("OnConnectFailed", new OpenImError(10000, "Network error"));

        var events = _sink.Events;
        Assert.All(events, posted => Assert.Equal("ann Web", posted.SessionKey));
        Assert.Equal(
            ["OnConnecting()", "OnSyncServerProgress(10)", "OnConnectFailed(10000,\"Network error\")"],
            events.Select(posted => RecordingSink.Describe(posted.Event)));
        var epoch = events[0].Event.Cursor.Split(':')[0];
        Assert.Equal([$"{epoch}:1", $"{epoch}:2", $"{epoch}:3"], events.Select(posted => posted.Event.Cursor));
    }

    [Fact]
    public void What_came_after_a_cursor_is_given_back_as_it_was()
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };
        log.Raise("OnConnecting");
        log.Raise("OnConnectSuccess");
        log.Raise("OnSyncServerStart", true, ContractsJsonContext.Default.Boolean);

        var missed = log.Since(_sink.Events[0].Event.Cursor);

        Assert.True(missed.Continuous);
        Assert.Equal(_sink.Events.Skip(1).Select(posted => posted.Event), missed.Events, new SameEvent());
        Assert.Equal(log.Cursor, missed.Cursor);
    }

    [Fact]
    public void Who_has_seen_everything_gets_nothing_and_is_continuous()
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };
        log.Raise("OnConnecting");

        var missed = log.Since(log.Cursor);

        Assert.True(missed.Continuous);
        Assert.Empty(missed.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("other:1")]
    [InlineData(":1")]
    [InlineData("x:-1")]
    [InlineData("x:99999999999999999999")]
    public void A_cursor_that_this_session_never_gave_out_is_no_continuity(string cursor)
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };
        log.Raise("OnConnecting");

        var missed = log.Since(cursor);

        Assert.False(missed.Continuous);
        Assert.Empty(missed.Events);
        Assert.Equal(log.Cursor, missed.Cursor);
    }

    [Fact]
    public void A_cursor_of_the_future_is_no_continuity()
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };

        Assert.False(log.Since(log.Cursor.Replace(":0", ":5", StringComparison.Ordinal)).Continuous);
    }

    [Fact]
    public void Texts_are_written_as_they_are_and_not_escaped()
    {
        var log = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };

        log.Raise("OnConnectFailed", new OpenImError(10000, "网络错误 & more"));
        log.Raise("OnUserTokenInvalid", "令牌", ContractsJsonContext.Relaxed.String);

        Assert.Equal(
            ["OnConnectFailed(10000,\"网络错误 & more\")", "OnUserTokenInvalid(\"令牌\")"],
            _sink.Events.Select(e => RecordingSink.Describe(e.Event)));
    }

    [Fact]
    public void Another_activation_has_another_epoch()
    {
        var first = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };
        var second = new SessionEventLog("ann Web", _sink, 10_000) { IsKeeping = true };

        Assert.NotEqual(first.Cursor, second.Cursor);
    }

    private sealed class SameEvent : IEqualityComparer<SessionEvent>
    {
        public bool Equals(SessionEvent? x, SessionEvent? y) =>
            x!.Cursor == y!.Cursor && RecordingSink.Describe(x) == RecordingSink.Describe(y);

        public int GetHashCode(SessionEvent obj) => 0;
    }
}
