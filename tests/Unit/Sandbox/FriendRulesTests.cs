using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class FriendRulesTests
{
    private static readonly Caller Alice = new("alice", PlatformID: 5, IsAdmin: false, OperationID: "test");

    private static readonly MemoryRecords Records = new();

    private readonly FriendStore _friends = new(
        Records, new VersionLogs(Records, TimeProvider.System), TimeProvider.System);
    private readonly UserStore _users = new(Records);

    [Fact]
    public void Of_the_users_asked_for_the_friends_are_told_with_their_profile_and_in_seconds()
    {
        _users.TryAdd(new UserInfo { UserID = "bob", Nickname = "Bob", CreateTime = 5, AppMangerLevel = 1 });
        _friends.Of("alice").Add([new FriendInfoOnly
        {
            OwnerUserID = "alice", FriendUserID = "bob", Remark = "Bobby", CreateTime = 1_700_000_000_123,
        }]);

        var answer = Ask(Alice, "alice", "bob", "carol");

        var told = Assert.Single(answer.Value!.FriendsInfo);
        Assert.Equal(("Bobby", 1_700_000_000, "Bob"), (told.Remark, told.CreateTime, told.FriendUser.Nickname));
        Assert.Equal((0, 0), (told.FriendUser.CreateTime, told.FriendUser.AppMangerLevel));
    }

    [Fact]
    public void Nobody_among_them_is_an_empty_list() => Assert.Empty(Ask(Alice, "alice", "bob").Value!.FriendsInfo);

    [Fact]
    public void A_user_named_twice_is_refused() => Assert.Equal(1001, Ask(Alice, "alice", "bob", "bob").Error!.Code);

    [Fact]
    public void The_list_of_somebody_else_is_refused() => Assert.Equal(1002, Ask(Alice, "bob", "carol").Error!.Code);

    [Fact]
    public void A_change_of_the_order_is_told_once_with_its_version_and_without_its_mark()
    {
        _friends.Join("alice", ["bob", "carol"], FriendAddSource.Import, "imAdmin");
        var before = _friends.Of("alice").Current;
        _friends.Of("alice").Update(["carol"], friend => friend.IsPinned = true, changesOrder: true);

        var (changes, orderVersion) = _friends.Of("alice").Since(before.ID, before.Version);
        var (later, laterOrder) = _friends.Of("alice").Since(before.ID, changes.Current.Version);

        Assert.Equal(["carol"], changes.Updated);
        Assert.Equal(changes.Current.Version, orderVersion);
        Assert.Empty(later.Updated);
        Assert.Equal(0ul, laterOrder);
    }

    private Answer<GetDesignatedFriendsResp> Ask(Caller caller, string owner, params string[] userIDs) =>
        new FriendRules(_friends, new BlackStore(Records), _users).Designated(
            caller, new GetDesignatedFriendsReq { OwnerUserID = owner, FriendUserIDs = { userIDs } });
}
