using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class FriendRulesTests
{
    private static readonly Caller Alice = new("alice", PlatformID: 5, IsAdmin: false, OperationID: "test");

    private readonly UserStore _users = new();

    [Fact]
    public void Of_the_users_asked_for_the_friends_are_told_with_their_profile_and_in_seconds()
    {
        _users.TryAdd(new UserInfo { UserID = "bob", Nickname = "Bob" });
        var friend = new FriendInfoOnly { OwnerUserID = "alice", FriendUserID = "bob", Remark = "Bobby", CreateTime = 1_700_000_000_123 };

        var answer = Ask([friend], Alice, "alice", "bob", "carol");

        var told = Assert.Single(answer.Value!.FriendsInfo);
        Assert.Equal(("Bobby", 1_700_000_000, "Bob"), (told.Remark, told.CreateTime, told.FriendUser.Nickname));
    }

    [Fact]
    public void Nobody_among_them_is_an_empty_list() => Assert.Empty(Ask([], Alice, "alice", "bob").Value!.FriendsInfo);

    [Fact]
    public void A_user_named_twice_is_refused() => Assert.Equal(1001, Ask([], Alice, "alice", "bob", "bob").Error!.Code);

    [Fact]
    public void The_list_of_somebody_else_is_refused() => Assert.Equal(1002, Ask([], Alice, "bob", "carol").Error!.Code);

    private Answer<GetDesignatedFriendsResp> Ask(
        IReadOnlyList<FriendInfoOnly> friends, Caller caller, string owner, params string[] userIDs) =>
        new FriendRules(new Friends(friends), _users).Designated(
            caller, new GetDesignatedFriendsReq { OwnerUserID = owner, FriendUserIDs = { userIDs } });

    private sealed class Friends(IReadOnlyList<FriendInfoOnly> lines) : IRelations
    {
        public bool IsBlocked(string owner, string userID) => false;

        public FriendInfoOnly? FindFriend(string owner, string userID) =>
            lines.FirstOrDefault(line => line.OwnerUserID == owner && line.FriendUserID == userID);
    }
}
