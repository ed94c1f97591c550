using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>Who asked whom to be a friend, who answered, and the order of the friends that come of it.</summary>
public sealed class FriendRequestTests : IDisposable
{
    private readonly GroupFixture _fixture = new();

    [Fact]
    public void Who_is_pinned_comes_first_once_somebody_has_come_or_gone_since()
    {
        BecomeFriends("mia", "ada");
        BecomeFriends("mia", "max");
        Assert.Equal(["ada", "max"], IDs());

        // The list by pages shows it at once, the list of ids keeps its order, and with it its hash.
        Pin("max");
        Assert.Equal(["ada", "max"], IDs());
        Assert.True(FullIDs(IDHash.Of(["ada", "max"])).Equal);
        var page = _fixture.Get<FriendRules>().OnePage(
            GroupFixture.As("mia"), new GetPaginationFriendsReq { UserID = "mia", Pagination = GroupFixture.FirstPage });
        Assert.Equal(["max", "ada"], page.Value!.FriendsInfo.Select(friend => friend.FriendUser.UserID));

        BecomeFriends("mia", "olga");
        Assert.Equal(["max", "ada", "olga"], IDs());
        Assert.True(FullIDs(IDHash.Of(["max", "ada", "olga"])).Equal);

        _fixture.Get<FriendChanges>().Delete(
            GroupFixture.As("mia"), new DeleteFriendReq { OwnerUserID = "mia", FriendUserID = "max" });
        Assert.Equal(["ada", "olga"], IDs());
    }

    [Fact]
    public void The_answer_notes_who_gave_it_and_when_and_also_ends_the_opposite_request()
    {
        Ask("mia", "max");
        Ask("max", "mia");
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(Respond("imAdmin", "mia", "max", FriendRequestResult.Agreed)?.Code);

        var now = _fixture.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.All(
            [Request("mia", "max"), Request("max", "mia")],
            request => Assert.Equal(
                (FriendRequestResult.Agreed, "imAdmin", now),
                (request.HandleResult, request.HandlerUserID, request.HandleTime)));
        Assert.Equal(("welcome", ""), (Request("mia", "max").HandleMsg, Request("max", "mia").HandleMsg));
    }

    [Fact]
    public void A_request_made_anew_waits_again_and_remembers_who_answered_the_last_time()
    {
        Ask("mia", "max");
        Respond("max", "mia", "max", FriendRequestResult.Agreed);
        var answered = Request("mia", "max").HandleTime;
        _fixture.Get<FriendChanges>().Delete(
            GroupFixture.As("mia"), new DeleteFriendReq { OwnerUserID = "mia", FriendUserID = "max" });
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));

        Ask("mia", "max");

        var request = Request("mia", "max");
        Assert.Equal((FriendRequestResult.Waiting, ""), (request.HandleResult, request.HandleMsg));
        Assert.Equal(("max", answered), (request.HandlerUserID, request.HandleTime));
        Assert.Equal(answered + 60_000, request.CreateTime);
    }

    [Fact]
    public void A_list_of_nobody_is_a_wrong_argument_and_not_a_foreign_one()
    {
        var (mia, page) = (GroupFixture.As("mia"), GroupFixture.FirstPage);
        var requests = _fixture.Get<FriendRequestRules>();
        var friends = _fixture.Get<FriendRules>();
        var blacks = _fixture.Get<BlackRules>();

        Assert.All(
            [
                friends.OnePage(mia, new GetPaginationFriendsReq { Pagination = page }).Error,
                friends.Designated(mia, new GetDesignatedFriendsReq { FriendUserIDs = { "max" } }).Error,
                friends.Specified(mia, new GetSpecifiedFriendsInfoReq { UserIDList = { "max" } }).Error,
                friends.FullIDs(mia, new GetFullFriendUserIDsReq()).Error,
                requests.Received(mia, new GetPaginationFriendsApplyToReq { Pagination = page }).Error,
                requests.Sent(mia, new GetPaginationFriendsApplyFromReq { Pagination = page }).Error,
                requests.Between(mia, new GetDesignatedFriendsApplyReq { FromUserID = "mia" }).Error,
                blacks.OnePage(mia, new GetPaginationBlacksReq { Pagination = page }).Error,
            ],
            error => Assert.Equal(1001, error?.Code));
        // The one list of which the owner is looked at first.
        Assert.Equal(1002, blacks.Specified(mia, new GetSpecifiedBlacksReq { OwnerUserID = "max" }).Error?.Code);
    }

    public void Dispose() => _fixture.Dispose();

    private void BecomeFriends(string one, string other) =>
        _fixture.Get<FriendStore>().Join(one, [other], FriendAddSource.Import, "imAdmin");

    private void Pin(string friendID) => _fixture.Get<FriendChanges>().Update(
        GroupFixture.As("mia"),
        new UpdateFriendsReq { OwnerUserID = "mia", FriendUserIDs = { friendID }, IsPinned = true });

    private IEnumerable<string> IDs() => _fixture.Get<FriendRules>()
        .IDs(GroupFixture.As("mia"), new GetFriendIDsReq { UserID = "mia" }).Value!.FriendIDs;

    private GetFullFriendUserIDsResp FullIDs(ulong hash) => _fixture.Get<FriendRules>()
        .FullIDs(GroupFixture.As("mia"), new GetFullFriendUserIDsReq { UserID = "mia", IdHash = hash }).Value!;

    private void Ask(string from, string to) => Assert.Null(_fixture.Get<FriendRequestRules>().Apply(
        GroupFixture.As(from), new ApplyToAddFriendReq { FromUserID = from, ToUserID = to }).Error);

    private ServerError? Respond(string caller, string from, string to, int result) =>
        _fixture.Get<FriendRequestRules>().Respond(GroupFixture.As(caller), new RespondFriendApplyReq
        {
            FromUserID = from, ToUserID = to, HandleResult = result, HandleMsg = "welcome",
        }).Error;

    private FriendRequest Request(string from, string to) => _fixture.Get<FriendRequestStore>().Find(from, to)!;
}
