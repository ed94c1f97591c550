using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Users;

public sealed class OnlineStatesTests
{
    [Fact]
    public void A_state_is_news_only_when_it_differs_and_its_user_is_watched()
    {
        var states = new OnlineStates();
        states.Watch(["ben"]);

        Assert.Null(states.Change("ben", []));
        Assert.Null(states.Change("cid", [1]));
        Assert.Equal([1, 5], states.Change("ben", [5, 1, 5])!.PlatformIDs!);
        Assert.Null(states.Change("ben", [1, 5]));
        Assert.Equal(1, states.Of("ben").Status);
        Assert.Equal(0, states.Change("ben", [])!.Status);
    }

    [Fact]
    public void Watching_twice_keeps_what_is_known()
    {
        var states = new OnlineStates();
        states.Watch(["ben"]);
        states.Change("ben", [5]);

        states.Watch(["ben"]);

        Assert.Equal(1, states.Of("ben").Status);
        Assert.True(states.Stop("ben"));
        Assert.False(states.Stop("ben"));
        Assert.Equal(0, states.Of("ben").Status);
    }
}
