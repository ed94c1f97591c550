using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>Events that the v3.5 SDK told because of what its own client had called.</summary>
public sealed class V3EventsOfCallsTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_into_a_group_is_told_its_row_and_its_members()
    {
        await using var client = await host.LoginV3Async("ann");

        await Raise("ann", "OnJoinedGroupAdded", new LocalGroup { GroupID = "known", MemberCount = 1 });

        Assert.Equal("OnJoinedGroupAdded", (await client.ReadAsync()).Event);
        LegacyClient.Frame[] frames = [await client.ReadAsync(), await client.ReadAsync()];
        var row = Assert.Single(frames, frame => frame.Event == "OnConversationChanged");
        Assert.Equal("sg_known", row.Parse()[0].GetProperty("conversationID").GetString());
        var member = Assert.Single(frames, frame => frame.Event == "OnGroupMemberAdded");
        Assert.Equal(("known", ""), (member.Parse().GetProperty("groupID").GetString(), member.OperationId));
    }

    [Fact]
    public async Task Who_creates_a_group_is_told_its_members_alone()
    {
        await using var client = await host.LoginV3Async("ben");
        var created = await client.CallV3Async("CreateGroup", """
            {"groupInfo":{"groupType":2,"groupName":"g"},"adminUserIDs":[],"memberUserIDs":[],"ownerUserID":"ben"}
            """);
        Assert.Equal(0, created.ErrCode);

        await Raise("ben", "OnJoinedGroupAdded", new LocalGroup { GroupID = "g1" });
        Assert.Equal("OnJoinedGroupAdded", (await client.ReadAsync()).Event);
        Assert.Equal("OnGroupMemberAdded", (await client.ReadAsync()).Event);
        Assert.DoesNotContain("GetMultipleConversation sg_g1", host.Calls.Seen);
    }

    [Fact]
    public async Task Who_leaves_a_group_is_told_how_many_members_it_had_and_who_is_put_out_is_not()
    {
        await using var client = await host.LoginV3Async("cem");
        await Raise("cem", "OnGroupInfoChanged", new LocalGroup { GroupID = "left", MemberCount = 7 });
        await Raise("cem", "OnGroupInfoChanged", new LocalGroup { GroupID = "other", MemberCount = 7 });
        await client.ReadAsync();
        await client.ReadAsync();

        await client.CallV3Async("QuitGroup", "left");
        await Raise("cem", "OnJoinedGroupDeleted", new LocalGroup { GroupID = "left" });
        await Raise("cem", "OnJoinedGroupDeleted", new LocalGroup { GroupID = "other" });

        Assert.Equal(7, (await client.ReadAsync()).Parse().GetProperty("memberCount").GetInt32());
        Assert.Equal(0, (await client.ReadAsync()).Parse().GetProperty("memberCount").GetInt32());
    }

    [Fact]
    public async Task A_QuitGroup_that_failed_changes_nothing()
    {
        await using var client = await host.LoginV3Async("dan");
        await Raise("dan", "OnGroupInfoChanged", new LocalGroup { GroupID = "no", MemberCount = 7 });
        await client.ReadAsync();

        Assert.Equal(1004, (await client.CallV3Async("QuitGroup", "no")).ErrCode);
        await Raise("dan", "OnJoinedGroupDeleted", new LocalGroup { GroupID = "no" });

        Assert.Equal(0, (await client.ReadAsync()).Parse().GetProperty("memberCount").GetInt32());
    }

    [Fact]
    public async Task A_group_that_somebody_has_dismissed_is_told_once()
    {
        await using var client = await host.LoginV3Async("eve");

        await Raise("eve", "OnGroupDismissed", new LocalGroup { GroupID = "gone" });
        await Raise("eve", "OnJoinedGroupDeleted", new LocalGroup { GroupID = "gone" });
        await Raise("eve", "OnSyncServerFinish", false);

        Assert.Equal("OnGroupDismissed", (await client.ReadAsync()).Event);
        Assert.Equal("OnSyncServerFinish", (await client.ReadAsync()).Event);
    }

    [Fact]
    public async Task A_reading_is_told_first_with_the_old_position_and_then_with_the_new_one()
    {
        await using var client = await host.LoginV3Async("fay");
        await Raise("fay", "OnConversationChanged", Rows(unread: 2, hasReadSeq: 3));
        await client.ReadAsync();

        Assert.Equal(0, (await client.CallV3Async("MarkConversationMessageAsRead", "si_bob_fay")).ErrCode);
        await Raise("fay", "OnConversationChanged", Rows(unread: 0, hasReadSeq: 5));
        await Raise("fay", "OnTotalUnreadMessageCountChanged", 0);

        Assert.Equal(3, ReadSeq(await client.ReadAsync()));
        Assert.Equal(("OnTotalUnreadMessageCountChanged", "0"), Told(await client.ReadAsync()));
        Assert.Equal(5, ReadSeq(await client.ReadAsync()));
        Assert.Equal(("OnTotalUnreadMessageCountChanged", "0"), Told(await client.ReadAsync()));
    }

    [Fact]
    public async Task A_reading_of_another_device_is_told_in_one_step()
    {
        await using var client = await host.LoginV3Async("gus");
        await Raise("gus", "OnConversationChanged", Rows(unread: 2, hasReadSeq: 3));
        await client.ReadAsync();

        await Raise("gus", "OnConversationChanged", Rows(unread: 0, hasReadSeq: 5));
        await Raise("gus", "OnTotalUnreadMessageCountChanged", 0);
        await Raise("gus", "OnSyncServerFinish", false);

        Assert.Equal(5, ReadSeq(await client.ReadAsync()));
        Assert.Equal("OnTotalUnreadMessageCountChanged", (await client.ReadAsync()).Event);
        Assert.Equal("OnSyncServerFinish", (await client.ReadAsync()).Event);
    }

    [Fact]
    public async Task Marking_what_is_read_is_an_error()
    {
        await using var client = await host.LoginV3Async("hal");

        var answer = await client.CallV3Async("MarkConversationMessageAsRead", "si_read");

        Assert.Equal(
            ("MarkConversationMessageAsRead", 10303, "10303 unread count has zero"),
            (answer.Event, answer.ErrCode, answer.ErrMsg));
    }

    [Fact]
    public async Task Wrong_arguments_are_10005_with_the_real_code_in_the_text()
    {
        await using var client = await host.LoginV3Async("ida");

        var answer = await client.CallV3Async("SearchFriends", "{\"keywordList\":[]}");

        Assert.Equal(10005, answer.ErrCode);
        Assert.EndsWith(
            "keyword is null or search field all false: 10002 ArgsError", answer.ErrMsg, StringComparison.Ordinal);
    }

    private static LocalConversation[] Rows(int unread, long hasReadSeq) =>
        [new() { ConversationID = "si_bob_fay", UnreadCount = unread, HasReadSeq = hasReadSeq }];

    private static long ReadSeq(LegacyClient.Frame frame) => frame.Parse()[0].GetProperty("hasReadSeq").GetInt64();

    private static (string Event, string Data) Told(LegacyClient.Frame frame) => (frame.Event, frame.Data);

    private Task Raise(string userId, string name, object payload) =>
        host.Hub.Clients.Group($"{userId} Web").SendAsync(name, payload, "e:1", Cancel);
}
