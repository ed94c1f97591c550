using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class V2DialectTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_client_logs_in_and_gets_results_as_text()
    {
        await using var client = await host.OpenV2Async("alice");

        var login = await client.CallV2Async("alice", "Login", Login("alice"));
        Assert.Equal((0, "", ""), (login.ErrCode, login.ErrMsg, login.Data));
        var self = await client.ReadAsync();
        Assert.Equal(("OnSelfInfoUpdated", "0"), (self.Event, self.OperationId));
        Assert.Equal(0, self.Parse().GetProperty("gender").GetInt32());
        Assert.Equal("101", (await client.CallV2Async("alice", "GetLoginStatus")).Data);
        Assert.Equal("alice", (await client.CallV2Async("alice", "GetLoginUser")).Data);
        Assert.Equal("AtAllTag", (await client.CallV2Async("alice", "GetAtAllTag")).Data);
        Assert.Equal("7", (await client.CallV2Async("alice", "GetTotalUnreadMsgCount")).Data);
        var again = await client.CallV2Async("alice", "Login", Login("alice"));
        Assert.Equal((0, "ok"), (again.ErrCode, again.ErrMsg));
    }

    [Fact]
    public async Task A_message_has_all_elements_and_its_content_and_comes_back_as_v3_8_has_it()
    {
        await using var client = await LoginAsync("bert");

        var created = await client.CallV2Async("bert", "CreateTextMessage", "hello \"you\"");
        var message = created.Parse();
        Assert.Equal("hello \"you\"", message.GetProperty("content").GetString());
        Assert.Equal(5, message.GetProperty("platformID").GetInt32());
        Assert.Equal(0, message.GetProperty("pictureElem").GetProperty("bigPicture").GetProperty("size").GetInt32());
        Assert.False(message.TryGetProperty("textElem", out _));

        var operationId = await client.RequestAsync(
            "SendMessage", Json(new { recvID = "bob", groupID = "", message = created.Data, offlinePushInfo = "" }), "bert");
        var progress = await client.ReadAsync();
        Assert.Equal("""{"clientMsgID":"m1","progress":100}""", progress.Data);
        Assert.Equal("s1", (await client.ReadReplyAsync(operationId)).Parse().GetProperty("serverMsgID").GetString());
        Assert.Contains("SendMessage 5 hello \"you\" bob  False", host.Calls.Seen);
    }

    [Fact]
    public async Task Friends_have_the_names_and_the_shapes_of_the_old_SDK()
    {
        await using var client = await LoginAsync("ruth");

        var added = await client.CallV2Async("ruth", "AddFriend", Json(new { toUserID = "ann", reqMsg = "hi" }));
        await client.CallV2Async("ruth", "SetFriendRemark", Json(new { toUserID = "ann", remark = "dear" }));
        await client.CallV2Async("ruth", "DeleteFriend", "ann");
        await client.CallV2Async("ruth", "AddBlack", "ann");
        var friend = (await client.CallV2Async("ruth", "GetFriendList")).Parse()[0];
        var users = (await client.CallV2Async("ruth", "GetUsersInfo", Json(new[] { "friend", "x" }))).Parse();
        var found = (await client.CallV2Async(
            "ruth", "SearchFriends", Json(new { keywordList = new[] { "k" }, isSearchRemark = true }))).Parse()[0];

        Assert.Equal((0, "\"\""), (added.ErrCode, added.Data));
        Assert.Equal(
            ["AddFriend ann hi", "SetFriendRemark ann dear", "DeleteFriend ann", "AddBlack ann ''"],
            host.Calls.Seen.Where(call => call.Contains(" ann ", StringComparison.Ordinal) || call == "DeleteFriend ann")
                .Intersect(["AddFriend ann hi", "SetFriendRemark ann dear", "DeleteFriend ann", "AddBlack ann ''"]));
        Assert.Equal(0, friend.GetProperty("friendInfo").GetProperty("gender").GetInt32());
        Assert.Equal(JsonValueKind.Null, users[0].GetProperty("publicInfo").ValueKind);
        Assert.Equal("dear", users[0].GetProperty("friendInfo").GetProperty("remark").GetString());
        Assert.Equal("nx", users[1].GetProperty("publicInfo").GetProperty("nickname").GetString());
        Assert.Equal("k True", found.GetProperty("userID").GetString());
        Assert.Equal(803, (await client.CallV2Async("ruth", "AddFriend", "no JSON")).ErrCode);
        Assert.Equal(803, (await client.CallV2Async("ruth", "SetFriendRemark", "[]")).ErrCode);
        Assert.Equal(1001, (await client.CallV2Async("ruth", "SearchFriends", "{}")).ErrCode);
        var blocked = (await client.CallV2Async("ruth", "GetFriendList")).Parse()[1];
        Assert.Equal("blocked", blocked.GetProperty("blackInfo").GetProperty("userID").GetString());
        Assert.Equal(JsonValueKind.Null, friend.GetProperty("blackInfo").ValueKind);
        Assert.Equal("x", (await client.CallV2Async("ruth", "GetDesignatedFriendsInfo", "[\"x\"]")).Parse()[0]
            .GetProperty("friendInfo").GetProperty("userID").GetString());
    }

    [Fact]
    public async Task Groups_have_the_roles_times_and_results_of_the_old_SDK()
    {
        await using var client = await LoginAsync("gwen");

        var created = (await Call("CreateGroup", new
        {
            groupBaseInfo = Json(new { groupType = 0, groupName = "band" }),
            memberList = Json(new object[]
            {
                new { userID = "a", roleLevel = 3 }, new { userID = "b", roleLevel = 0 },
                new { userID = "c", roleLevel = 1 }, new { userID = "gwen", roleLevel = 2 },
            }),
        })).Parse();
        var joined = await Call("JoinGroup", new { groupID = "g1", reqMsg = "hi" });
        await Call("SetGroupInfo", new
        {
            groupInfo = Json(new { groupName = "new", notification = "", needVerification = 2 }), groupID = "g1",
        });
        var invited = await Call(
            "InviteUserToGroup", new { groupID = "g1", reason = "r", userIDList = Json(new[] { "x", "y" }) });
        var kicked = await Call("KickGroupMember", new { groupID = "g1", reason = "", userIDList = Json(new[] { "x" }) });
        var role = await Call("SetGroupMemberRoleLevel", new { groupID = "g1", userID = "x", roleLevel = 3 });
        var member = (await Call("GetGroupMemberList", new { groupID = "g1", filter = 1, offset = 2, count = 3 }))
            .Parse()[0];
        var byTime = (await Call("GetGroupMemberListByJoinTimeFilter", new
        {
            groupID = "g1", offset = 0, count = 9, joinTimeBegin = 5, joinTimeEnd = 7, filterUserIDList = Json(new[] { "z" }),
        })).Parse()[0];

        Assert.Equal(1_700_000_000, created.GetProperty("createTime").GetInt64());
        Assert.Equal((0, "\"\""), (joined.ErrCode, joined.Data));
        Assert.Equal("""[{"userID":"x","result":0},{"userID":"y","result":0}]""", invited.Data);
        Assert.Equal((809, ""), (kicked.ErrCode, kicked.Data));
        Assert.Equal((0, ""), (role.ErrCode, role.Data));
        Assert.Equal("3 2 3", member.GetProperty("userID").GetString());
        Assert.Equal(3, member.GetProperty("roleLevel").GetInt32());
        Assert.Equal(1_700_000_000, member.GetProperty("joinTime").GetInt64());
        Assert.Equal("5000 7999 z", byTime.GetProperty("userID").GetString());
        string[] expected =
        [
            "CreateGroup 2 band owner gwen admins a members b c", "JoinGroup g1 hi 3", "SetGroupInfo g1 new - 2",
            "InviteUserToGroup g1 r x y", "SetGroupMemberRoleLevel g1 x 60",
        ];
        Assert.Equal(expected, host.Calls.Seen.Intersect(expected));
        Assert.Equal(
            802, (await Call("GetGroupMemberList", new { groupID = "g1", filter = 5, offset = 0, count = 3 })).ErrCode);
        Assert.Equal(1001, (await Call("CreateGroup", new { groupBaseInfo = "{}" })).ErrCode);
        Assert.Equal(803, (await Call("CreateGroup", new { groupBaseInfo = "no JSON", memberList = "[]" })).ErrCode);

        Task<LegacyClient.Frame> Call(string name, object data) => client.CallV2Async("gwen", name, Json(data));
    }

    [Fact]
    public async Task A_quoted_message_survives_the_way_through_the_hub()
    {
        await using var client = await LoginAsync("cleo");
        var quoted = (await client.CallV2Async("cleo", "CreateTextMessage", "what?")).Data;

        var quote = (await client.CallV2Async("cleo", "CreateQuoteMessage", Json(new { text = "this", message = quoted }))).Parse();
        var at = (await client.CallV2Async("cleo", "CreateTextAtMessage", Json(new { text = "hi", atUserIDList = "[\"u\"]" }))).Parse();

        var inner = quote.GetProperty("quoteElem").GetProperty("quoteMessage");
        Assert.Equal("what?", inner.GetProperty("content").GetString());
        using var content = JsonDocument.Parse(quote.GetProperty("content").GetString()!);
        Assert.Equal("this", content.RootElement.GetProperty("text").GetString());
        Assert.Equal("u", at.GetProperty("atElem").GetProperty("atUserList")[0].GetString());
    }

    [Theory]
    [InlineData("not json", "error", 100)]
    [InlineData("[]", "error", 100)]
    [InlineData("{\"reqFuncName\":\"Login\",\"data\":{}}", "error", 100)]
    [InlineData("{}", "Login", 1003)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"userID\":\"eve\",\"operationID\":\"x\"}", "Login", 1003)]
    [InlineData("{\"reqFuncName\":\"NoSuch\",\"userID\":\"dora\"}", "NoSuch", 1001)]
    [InlineData("{\"reqFuncName\":\"GetConversationListSplit\",\"userID\":\"dora\",\"data\":\"no\"}", "GetConversationListSplit", 1001)]
    [InlineData("{\"reqFuncName\":\"GetConversationListSplit\",\"userID\":\"dora\",\"data\":\"{}\"}", "GetConversationListSplit", 1001)]
    [InlineData("{\"reqFuncName\":\"GetConversationListSplit\",\"userID\":\"dora\",\"data\":\"{\\\"offset\\\":\\\"0\\\",\\\"count\\\":1}\"}", "GetConversationListSplit", 1001)]
    [InlineData("{\"reqFuncName\":\"GetMultipleConversation\",\"userID\":\"dora\",\"data\":\"x\"}", "GetMultipleConversation", 803)]
    [InlineData("{\"reqFuncName\":\"GetMultipleConversation\",\"userID\":\"dora\",\"data\":\"[1]\"}", "GetMultipleConversation", 803)]
    [InlineData("{\"reqFuncName\":\"CreateQuoteMessage\",\"userID\":\"dora\",\"data\":\"{\\\"text\\\":\\\"\\\",\\\"message\\\":\\\"{\\\"}\"}", "CreateQuoteMessage", 803)]
    [InlineData("{\"reqFuncName\":\"CreateImageMessageFromFullPath\",\"userID\":\"dora\",\"data\":\"/etc/passwd\"}", "CreateImageMessageFromFullPath", 906)]
    [InlineData("{\"reqFuncName\":\"GetSubDepartment\",\"userID\":\"dora\",\"data\":\"{}\"}", "GetSubDepartment", 906)]
    public async Task A_frame_that_cannot_be_answered_gets_one_error_and_the_connection_goes_on(string frame, string name, int code)
    {
        await using var client = await LoginAsync("dora");

        await client.SendAsync(frame);

        var answer = await client.ReadAsync();
        Assert.Equal((name, code), (answer.Event, answer.ErrCode));
        Assert.Equal("101", (await client.CallV2Async("dora", "GetLoginStatus")).Data);
    }

    [Fact]
    public async Task Conversations_are_named_as_in_v2_both_ways()
    {
        await using var client = await LoginAsync("alice2");

        await client.CallV2Async("alice2", "GetMultipleConversation", "[\"single_zed\",\"group_7\",\"super_group_8\",\"notification_n\"]");
        Assert.Contains("GetMultipleConversation si_alice2_zed sg_7 sg_8 sn_alice2_n", host.Calls.Seen);
        var history = await client.CallV2Async("alice2", "GetHistoryMessageList", Json(new { userID = "abe", count = 20 }));
        Assert.Contains("History si_abe_alice2  20", host.Calls.Seen);
        Assert.Equal("old", history.Parse()[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task Marks_with_a_list_mark_messages_and_without_one_the_conversation()
    {
        await using var client = await LoginAsync("fay");

        await client.CallV2Async("fay", "MarkC2CMessageAsRead", Json(new { userID = "bob", msgIDList = "[\"m1\",\"m2\"]" }));
        await client.CallV2Async("fay", "MarkC2CMessageAsRead", Json(new { userID = "bob", msgIDList = "[]" }));
        await client.CallV2Async("fay", "MarkGroupMessageHasRead", "g1");

        Assert.Contains("Mark si_bob_fay m1 m2", host.Calls.Seen);
        Assert.Contains("Mark si_bob_fay", host.Calls.Seen);
        Assert.Contains("Mark sg_g1", host.Calls.Seen);
    }

    [Theory]
    [InlineData(0, "OnRecvNewMessage")]
    [InlineData(1, "OnRecvNewMessages")]
    public async Task New_messages_come_one_by_one_or_in_a_list_as_the_Login_said(int batch, string name)
    {
        var user = $"gus{batch}";
        await using var client = await host.OpenV2Async(user);
        await client.SendAsync(Json(new { reqFuncName = "Login", operationID = "l", userID = user, data = Login(user), batchMsg = batch }));
        await client.ReadReplyAsync("l");
        await client.ReadAsync();

        await host.Hub.Clients.Group($"{user} Web").SendAsync(
            "OnRecvNewMessages", new[] { new MsgStruct { ClientMsgID = "a" }, new MsgStruct { ClientMsgID = "b" } }, "e:1",
            TestContext.Current.CancellationToken);

        Assert.Equal((name, "0"), Told(await client.ReadAsync()));
        if (batch == 0)
            Assert.Equal((name, "0"), Told(await client.ReadAsync()));
    }

    [Theory]
    [InlineData("", "OnRecvMessageRevoked", "m")] // npm 2.0.3
    [InlineData(",\"batchMsg\":0", "OnNewRecvMessageRevoked", "\"clientMsgID\":\"m\"")] // npm 2.3.0
    public async Task A_revoked_message_is_told_by_the_name_that_the_client_knows(string more, string name, string data)
    {
        var user = $"nora{more.Length}";
        await using var client = await host.OpenV2Async(user);
        await client.SendAsync(Json(new { reqFuncName = "Login", operationID = "l", userID = user, data = Login(user) })[..^1] + more + "}");
        await client.ReadReplyAsync("l");
        await client.ReadAsync();

        await host.Hub.Clients.Group($"{user} Web").SendAsync(
            "OnNewRecvMessageRevoked", new MessageRevoked { ClientMsgID = "m" }, "e:1", TestContext.Current.CancellationToken);

        var told = await client.ReadAsync();
        Assert.Equal((name, "0"), Told(told));
        Assert.Contains(data, told.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_a_v2_client_cannot_see_is_not_told()
    {
        await using var client = await LoginAsync("hal");
        var group = host.Hub.Clients.Group("hal Web");
        var cancellation = TestContext.Current.CancellationToken;
        LocalConversation WithSeq(int seq) => new()
        {
            ConversationID = "si_bob_hal",
            LatestMsg = $$"""{"sendID":"hal","seq":{{seq}}}""",
        };

        await group.SendAsync("OnConversationChanged", new[] { WithSeq(0) }, "e:1", cancellation);
        await group.SendAsync("OnConversationChanged", new[] { WithSeq(5) }, "e:2", cancellation);
        await group.SendAsync("OnTotalUnreadMessageCountChanged", 2, "e:3", cancellation);

        var changed = await client.ReadAsync();
        Assert.Equal("single_bob", changed.Parse()[0].GetProperty("conversationID").GetString());
        Assert.Equal("OnTotalUnreadMessageCountChanged", (await client.ReadAsync()).Event);
    }

    [Fact]
    public async Task Marking_some_messages_leaves_the_unread_count_until_the_whole_conversation_is_marked()
    {
        await using var client = await LoginAsync("ivo");
        var group = host.Hub.Clients.Group("ivo Web");
        var cancellation = TestContext.Current.CancellationToken;
        LocalConversation Unread(int count) => new() { ConversationID = "si_bob_ivo", UnreadCount = count };

        await group.SendAsync("OnConversationChanged", new[] { Unread(1) }, "e:1", cancellation);
        await group.SendAsync("OnTotalUnreadMessageCountChanged", 1, "e:2", cancellation);
        await client.ReadAsync();
        await client.ReadAsync();
        await client.CallV2Async("ivo", "MarkC2CMessageAsRead", Json(new { userID = "bob", msgIDList = "[\"m1\"]" }));
        await group.SendAsync("OnConversationChanged", new[] { Unread(0) }, "e:3", cancellation);
        await group.SendAsync("OnTotalUnreadMessageCountChanged", 0, "e:4", cancellation);
        var whole = await client.RequestAsync("MarkC2CMessageAsRead", Json(new { userID = "bob", msgIDList = "[]" }), "ivo");

        Assert.Equal(0, (await client.ReadAsync()).Parse()[0].GetProperty("unreadCount").GetInt32());
        Assert.Equal("0", (await client.ReadAsync()).Data);
        Assert.Equal(whole, (await client.ReadAsync()).OperationId);
    }

    [Fact]
    public async Task Replies_go_to_every_connection_of_the_user_and_only_the_asking_one_sees_its_errors()
    {
        await using var first = await LoginAsync("ida");
        await using var second = await host.OpenV2Async("ida");
        var login = await second.CallV2Async("ida", "Login", Login("ida"));
        Assert.Equal("ok", login.ErrMsg);

        await first.RequestAsync("NoSuch", "", "ida");
        var operationId = await first.RequestAsync("GetAtAllTag", "", "ida");

        Assert.Equal(operationId, (await second.ReadAsync()).OperationId);
    }

    [Fact]
    public async Task Somebody_elses_token_or_account_is_refused()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => LegacyClient.OpenAsync(host.Address, "sendID=jim&token=kim/5&platformID=5"));
        await using var client = await host.OpenV2Async("jim");

        Assert.Equal(708, (await client.CallV2Async("jim", "Login", Login("kim"))).ErrCode);
        Assert.Equal(708, (await client.CallV2Async("kim", "Login", Login("jim"))).ErrCode);
        Assert.Equal(0, (await client.CallV2Async("jim", "Login", Login("jim"))).ErrCode);
    }

    [Fact]
    public async Task Logout_is_acknowledged_and_happens_when_the_client_goes()
    {
        await using var client = await LoginAsync("leo");
        var before = host.Calls.Seen.Count(call => call == "Logout");

        Assert.Equal(0, (await client.CallV2Async("leo", "Logout")).ErrCode);
        Assert.Equal(before, host.Calls.Seen.Count(call => call == "Logout"));
        var connection = host.Service<LegacyConnections>().All.Single(c => c.Session.UserId == "leo");
        client.Vanish();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(before + 1, host.Calls.Seen.Count(call => call == "Logout"));
    }

    private static (string Event, string OperationId) Told(LegacyClient.Frame frame) => (frame.Event, frame.OperationId);

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string Login(string userId) => Json(new { userID = userId, token = $"{userId}/{Platform.Web}" });

    private async Task<LegacyClient> LoginAsync(string userId)
    {
        // A connection that another case of the test has left would share its session with this one.
        foreach (var connection in host.Service<LegacyConnections>().All.Where(c => c.Session.UserId == userId))
            await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var client = await host.OpenV2Async(userId);
        await client.CallV2Async(userId, "Login", Login(userId));
        Assert.Equal("OnSelfInfoUpdated", (await client.ReadAsync()).Event);
        return client;
    }
}
