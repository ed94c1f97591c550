using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class StatisticsTests : IDisposable
{
    private static readonly RequestPagination FirstPage = new() { PageNumber = 1, ShowNumber = 10 };

    private readonly MessagingFixture _fixture = new();

    [Fact]
    public void Users_are_counted_before_and_by_day_within_the_range()
    {
        foreach (var (userID, time) in new[]
        {
            ("early", "2026-01-31T10:00:00Z"), ("one", "2026-02-01T00:00:00Z"), ("two", "2026-02-01T12:00:00Z"),
            ("three", "2026-02-02T00:00:00Z"), ("late", "2026-02-03T00:00:00Z"),
        })
            _fixture.Users.TryAdd(new UserInfo { UserID = userID, CreateTime = Time(time) });

        var answer = Count("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z").Value!;

        // The three of the fixture came into being in 1970.
        Assert.Equal((8, 4), (answer.Total, answer.Before));
        Assert.Equal(new Dictionary<string, long> { ["2026-02-01"] = 2, ["2026-02-02"] = 1 }, answer.Count);
        Assert.Equal(1001, Count("2026-02-03T00:00:00Z", "2026-02-01T00:00:00Z").Error?.Code);
    }

    [Fact]
    public void Groups_are_counted_for_administrators_dismissed_ones_too()
    {
        using var fixture = new GroupFixture();
        var start = fixture.Time.GetUtcNow().AddSeconds(1);
        fixture.Time.Advance(TimeSpan.FromHours(1));
        fixture.Create("second", ("olga", GroupRole.Owner));
        fixture.Get<GroupOwnership>().Dismiss(GroupFixture.As("olga"), new DismissGroupReq { GroupID = "second" });
        var request = new GroupCreateCountReq { Start = start.ToUnixTimeMilliseconds(), End = long.MaxValue };
        var statistics = fixture.Get<RegistrationStatistics>();

        var answer = statistics.Groups(GroupFixture.As("imAdmin"), request).Value!;

        Assert.Equal((2, 1, 1), (answer.Total, answer.Before, answer.Count.Values.Single()));
        Assert.Equal(1002, statistics.Groups(GroupFixture.As("olga"), request).Error?.Code);
    }

    [Fact]
    public void Whoever_wrote_most_comes_first_or_last()
    {
        _fixture.AddGroup("club", "alice");
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Send(MessagingFixture.Text("bob", "alice"));
        _fixture.Send(MessagingFixture.Text("bob", "alice"));
        _fixture.Send(MessagingFixture.GroupText("alice", "club"));
        _fixture.Send(MessagingFixture.GroupText("alice", "club"));

        Assert.Equal([("bob", 2), ("alice", 1)], Users(new GetActiveUserReq()));
        Assert.Equal([("alice", 1), ("bob", 2)], Users(new GetActiveUserReq { Ase = true }));
        Assert.Equal([("alice", 3), ("bob", 2)], Users(new GetActiveUserReq { Group = true }));
        var groups = _fixture.Get<ActivityStatistics>().Groups(
            MessagingFixture.As("imAdmin"), new GetActiveGroupReq { End = long.MaxValue, Pagination = FirstPage });
        Assert.Equal(("club", 2), groups.Value!.Groups.Select(item => (item.Group.GroupName, item.Count)).Single());
        Assert.Equal((2, 1), (groups.Value.MsgCount, groups.Value.GroupCount));
        Assert.Equal(2, groups.Value.DateCount.Values.Single());
    }

    [Fact]
    public void A_message_from_beyond_the_calendar_counts_on_its_last_day()
    {
        var message = MessagingFixture.Text("alice", "bob");
        message.SendTime = 2_072_483_117_042_760_585;
        _fixture.Send(message);

        var answer = _fixture.Get<ActivityStatistics>().Users(
            MessagingFixture.As("imAdmin"), new GetActiveUserReq { End = long.MaxValue, Pagination = FirstPage });

        Assert.Equal("9999-12-31", answer.Value!.DateCount.Keys.Single());
    }

    [Fact]
    public void Only_administrators_see_who_is_active()
    {
        var statistics = _fixture.Get<ActivityStatistics>();
        var caller = MessagingFixture.As("alice");

        Assert.Equal(1002, statistics.Users(caller, new GetActiveUserReq { Pagination = FirstPage }).Error?.Code);
        Assert.Equal(1002, statistics.Groups(caller, new GetActiveGroupReq { Pagination = FirstPage }).Error?.Code);
    }

    public void Dispose() => _fixture.Dispose();

    private static long Time(string text) => DateTimeOffset.Parse(text, null).ToUnixTimeMilliseconds();

    private Answer<UserRegisterCountResp> Count(string start, string end) =>
        _fixture.Get<RegistrationStatistics>().Users(
            MessagingFixture.As("alice"), new UserRegisterCountReq { Start = Time(start), End = Time(end) });

    private (string UserID, long Count)[] Users(GetActiveUserReq request)
    {
        request.End = long.MaxValue;
        request.Pagination = FirstPage;
        var answer = _fixture.Get<ActivityStatistics>().Users(MessagingFixture.As("imAdmin"), request);
        return [.. answer.Value!.Users.Select(item => (item.User.UserID, item.Count))];
    }
}
