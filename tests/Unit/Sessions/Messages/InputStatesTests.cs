using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class InputStatesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Typing_is_shown_once_and_until_it_stops()
    {
        var states = new InputStates();

        Assert.True(states.Change("c", "ben", Platform.Web, isTyping: true, Now));
        Assert.False(states.Change("c", "ben", Platform.Web, isTyping: true, Now.AddSeconds(5)));
        Assert.Equal([Platform.Web], states.PlatformsOf("c", "ben", Now.AddSeconds(14)));
        Assert.True(states.Change("c", "ben", Platform.Web, isTyping: false, Now.AddSeconds(14)));
        Assert.Empty(states.PlatformsOf("c", "ben", Now.AddSeconds(14)));
        Assert.False(states.Change("c", "ben", Platform.Web, isTyping: false, Now.AddSeconds(14)));
        Assert.True(states.IsEmpty);
    }

    [Fact]
    public void Devices_of_one_user_are_listed_in_ascending_order()
    {
        var states = new InputStates();
        states.Change("c", "ben", Platform.Web, isTyping: true, Now);
        states.Change("c", "ben", Platform.IOS, isTyping: true, Now);
        states.Change("c", "cid", Platform.Android, isTyping: true, Now);

        Assert.Equal([Platform.IOS, Platform.Web], states.PlatformsOf("c", "ben", Now));
    }

    [Fact]
    public void What_is_not_renewed_is_over_after_ten_seconds()
    {
        var states = new InputStates();
        states.Change("c", "ben", Platform.Web, isTyping: true, Now);
        states.Change("d", "ben", Platform.Web, isTyping: true, Now.AddSeconds(1));

        Assert.Empty(states.Expire(Now.AddSeconds(9)));
        Assert.Equal([("c", "ben")], states.Expire(Now.AddSeconds(10)));
        Assert.False(states.IsEmpty);
        Assert.Equal([("d", "ben")], states.Expire(Now.AddSeconds(11)));
        Assert.True(states.IsEmpty);
    }

    [Fact]
    public void A_crowd_does_not_make_a_session_grow()
    {
        var states = new InputStates();

        Assert.Equal(
            128, Enumerable.Range(0, 1000).Count(i => states.Change("c", $"u{i}", Platform.Web, isTyping: true, Now)));
    }

    [Fact]
    public void The_own_yes_is_told_once_in_ten_seconds_and_the_no_only_after_it()
    {
        var own = new OwnInputStates();

        Assert.False(own.MustTell("c", isTyping: false, Now));
        Assert.True(own.MustTell("c", isTyping: true, Now));
        Assert.False(own.MustTell("c", isTyping: true, Now.AddSeconds(9)));
        Assert.True(own.MustTell("c", isTyping: true, Now.AddSeconds(10)));
        Assert.True(own.MustTell("c", isTyping: false, Now.AddSeconds(11)));
        Assert.False(own.MustTell("c", isTyping: false, Now.AddSeconds(12)));
    }

    [Fact]
    public void A_yes_that_has_run_out_needs_no_no()
    {
        var own = new OwnInputStates();
        own.MustTell("c", isTyping: true, Now);

        Assert.False(own.MustTell("c", isTyping: false, Now.AddSeconds(10)));
    }

    [Fact]
    public void What_could_not_be_told_is_told_again()
    {
        var own = new OwnInputStates();
        own.MustTell("c", isTyping: true, Now);
        own.Forget("c");

        Assert.True(own.MustTell("c", isTyping: true, Now.AddSeconds(1)));
    }
}
