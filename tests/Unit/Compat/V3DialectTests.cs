using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class V3DialectTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_client_logs_in_calls_functions_and_gets_their_results_as_JSON_text()
    {
        await using var alice = await host.OpenV3Async("alice");

        var login = await alice.CallV3Async("Login", "alice", "alice/5");
        Assert.Equal(("Login", 0, "\"\""), (login.Event, login.ErrCode, login.Data));
        Assert.Equal("3", (await alice.CallV3Async("GetLoginStatus")).Data);
        Assert.Equal("\"alice\"", (await alice.CallV3Async("GetLoginUserID")).Data);
        Assert.Equal("7", (await alice.CallV3Async("GetTotalUnreadMsgCount")).Data);
        var message = (await alice.CallV3Async("CreateTextMessage", "<b>\"你好\"</b> 😀\n")).Parse();
        Assert.Equal("<b>\"你好\"</b> 😀\n", message.GetProperty("textElem").GetProperty("content").GetString());
        var conversation = (await alice.CallV3Async("GetAllConversationList")).Parse()[0];
        Assert.Equal("si_alice_bob", conversation.GetProperty("conversationID").GetString());
        Assert.Equal(0, conversation.GetProperty("hasReadSeq").GetInt32());
    }

    [Fact]
    public async Task Structures_are_strings_that_hold_JSON_and_numbers_lose_their_fraction()
    {
        await using var alice = await host.LoginV3Async("alice1");

        var card = (await alice.CallV3Async("CreateCardMessage", """{"userID":"u","nickname":"n"}""")).Parse();
        Assert.Equal("u", card.GetProperty("cardElem").GetProperty("userID").GetString());
        var face = (await alice.CallV3Async("CreateFaceMessage", 3.9, "smile")).Parse();
        Assert.Equal(3, face.GetProperty("faceElem").GetProperty("index").GetInt32());
        var place = (await alice.CallV3Async("CreateLocationMessage", "here", 12.5, -3)).Parse();
        Assert.Equal(-3, place.GetProperty("locationElem").GetProperty("latitude").GetDouble());
    }

    [Theory]
    [InlineData("not json", "Protocol Error", 20000)]
    [InlineData("[]", "Protocol Error", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"[]\"} {}", "Protocol Error", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":{}}", "Protocol Error", 20000)]
    [InlineData("{}", "", 20000)]
    [InlineData("{\"reqFuncName\":\"getLoginStatus\",\"operationID\":\"x\",\"data\":\"[]\"}", "getLoginStatus", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"\"}", "GetLoginStatus", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"{}\"}", "GetLoginStatus", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"[1\"}", "GetLoginStatus", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"[null]\"}", "GetLoginStatus", 20000)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"[1]\"}", "GetLoginStatus", 10005)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"\",\"data\":\"[]\"}", "GetLoginStatus", 10005)]
    [InlineData("{\"reqFuncName\":\"GetLoginStatus\",\"operationID\":\"x\",\"data\":\"[]\",\"userID\":\"bob\"}", "GetLoginStatus", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateTextMessage\",\"operationID\":\"x\",\"data\":\"[1]\"}", "CreateTextMessage", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateFaceMessage\",\"operationID\":\"x\",\"data\":\"[\\\"1\\\",\\\"a\\\"]\"}", "CreateFaceMessage", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateFaceMessage\",\"operationID\":\"x\",\"data\":\"[1e300,\\\"a\\\"]\"}", "CreateFaceMessage", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateCardMessage\",\"operationID\":\"x\",\"data\":\"[{}]\"}", "CreateCardMessage", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateCardMessage\",\"operationID\":\"x\",\"data\":\"[\\\"\\\"]\"}", "CreateCardMessage", 10005)]
    [InlineData("{\"reqFuncName\":\"CreateImageMessage\",\"operationID\":\"x\",\"data\":\"[\\\"/etc/passwd\\\"]\"}", "CreateImageMessage", ErrorCode.HostFileRefused)]
    [InlineData("{\"reqFuncName\":\"ExportDB\",\"operationID\":\"x\",\"data\":\"[]\"}", "ExportDB", ErrorCode.NotAvailable)]
    [InlineData("{\"reqFuncName\":\"GetUsersInfoWithCache\",\"operationID\":\"x\",\"data\":\"[\\\"[]\\\",\\\"\\\"]\"}", "GetUsersInfoWithCache", 10005)]
    public async Task A_frame_that_cannot_be_answered_gets_one_error_and_the_connection_goes_on(string frame, string name, int code)
    {
        await using var carol = await host.LoginV3Async("carol");

        await carol.SendAsync(frame);

        var answer = await carol.ReadAsync();
        Assert.Equal((name, code), (answer.Event, answer.ErrCode));
        Assert.NotEmpty(answer.ErrMsg);
        Assert.DoesNotContain("secret", answer.ErrMsg, StringComparison.Ordinal);
        Assert.Equal("3", (await carol.CallV3Async("GetLoginStatus")).Data);
    }

    [Fact]
    public async Task Before_Login_functions_say_that_nothing_is_loaded_and_a_second_Login_is_refused()
    {
        await using var client = await host.OpenV3Async("dave");

        Assert.Equal(10005, (await client.CallV3Async("GetLoginStatus")).ErrCode);
        Assert.Equal(10005, (await client.CallV3Async("Login", "dave")).ErrCode);
        Assert.Equal(0, (await client.CallV3Async("Login", "dave", "dave/5")).ErrCode);
        var again = await client.CallV3Async("Login", "dave", "dave/5");
        Assert.Equal((10102, "10102 LoginRepeatError"), (again.ErrCode, again.ErrMsg));
    }

    [Fact]
    public async Task The_old_client_may_leave_out_the_last_argument_of_SendMessage()
    {
        await using var client = await host.LoginV3Async("erin");
        const string Message = """{"clientMsgID":"m","senderPlatformID":5,"textElem":{"content":"hey"}}""";

        var four = await client.CallV3Async("SendMessage", Message, "bob", "", "{}");
        var three = await client.CallV3Async("SendMessage", Message, "bob", "");

        Assert.Equal((0, 10005), (four.ErrCode, three.ErrCode));
        Assert.Contains("SendMessage 5 hey bob  False", host.Calls.Seen);
    }

    [Fact]
    public async Task A_client_that_sends_binary_frames_is_answered_in_binary_frames()
    {
        await using var client = await host.OpenV3Async("frank");
        client.Kind = WebSocketMessageType.Binary;

        Assert.Equal(WebSocketMessageType.Binary, (await client.CallV3Async("Login", "frank", "frank/5")).Kind);
        await host.Hub.Clients.Group("frank Web").SendAsync("OnConnectSuccess", "e:1", TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Binary, (await client.ReadAsync()).Kind);
    }

    [Fact]
    public async Task A_bad_token_is_told_by_an_event_after_Login_and_never_reaches_the_hub()
    {
        await using var client = await host.OpenV3Async("grace", token: "abc");
        var connected = host.Calls.Connected.Count;

        Assert.Equal((0, "\"\""), await Login(client, "grace", "abc"));
        Assert.Equal("OnConnecting", (await client.ReadAsync()).Event);
        Assert.Equal("OnUserTokenExpired", (await client.ReadAsync()).Event);
        Assert.Equal("1", (await client.CallV3Async("GetLoginStatus")).Data);
        var self = await client.CallV3Async("GetSelfUserInfo");
        Assert.Equal((1503, "1503 TokenMalformedError"), (self.ErrCode, self.ErrMsg));
        Assert.Equal(connected, host.Calls.Connected.Count);
    }

    [Theory]
    [InlineData("heidi", "ivan/5")]
    [InlineData("heidi", "heidi/1")]
    public async Task Somebody_elses_token_is_a_bad_token_and_replaces_nobody(string userId, string token)
    {
        await using var victim = await host.LoginV3Async(userId);
        await using var intruder = await host.OpenV3Async(userId, token);

        await Login(intruder, userId, token);

        Assert.Equal("OnConnecting", (await intruder.ReadAsync()).Event);
        Assert.Equal("OnUserTokenExpired", (await intruder.ReadAsync()).Event);
        Assert.Equal(0, (await victim.CallV3Async("GetLoginStatus")).ErrCode);
    }

    [Fact]
    public async Task A_token_that_the_server_has_kicked_is_told_as_being_kicked()
    {
        await using var client = await host.OpenV3Async("judy");

        Assert.Equal((0, "\"\""), await Login(client, "judy", "kicked"));
        Assert.Equal("OnConnecting", (await client.ReadAsync()).Event);
        Assert.Equal("OnKickedOffline", (await client.ReadAsync()).Event);
        Assert.Equal("1", (await client.CallV3Async("GetLoginStatus")).Data);
    }

    [Fact]
    public async Task Logout_is_answered_and_then_the_connection_closes_without_a_code()
    {
        await using var client = await host.LoginV3Async("mallory");

        Assert.Equal("\"\"", (await client.CallV3Async("Logout")).Data);
        var end = await client.ReadAsync();
        Assert.Equal(("closed", 1000, ""), End(end));
    }

    [Fact]
    public async Task A_Logout_that_is_refused_closes_the_connection_too()
    {
        await using var client = await host.OpenV3Async("nora");

        Assert.Equal(10005, (await client.CallV3Async("Logout")).ErrCode);
        Assert.Equal(("closed", 1000, ""), End(await client.ReadAsync()));
    }

    [Fact]
    public async Task A_null_in_a_structure_counts_as_absent()
    {
        await using var client = await host.LoginV3Async("omar");

        var created = await client.CallV3Async("CreateGroup", """
            {"groupInfo":{"groupType":2,"groupName":"n","needVerification":null,"ex":null},"adminUserIDs":[],"memberUserIDs":[]}
            """);

        Assert.Equal((0, ""), (created.ErrCode, created.ErrMsg));
    }

    [Fact]
    public async Task Events_lose_their_cursor_and_take_the_shape_of_the_old_SDK()
    {
        await using var client = await host.LoginV3Async("niaj");
        var group = host.Hub.Clients.Group("niaj Web");
        var cancellation = TestContext.Current.CancellationToken;
        var conversations = new RawJson("""[{"conversationID":"si_a_b","latestMsg":"{\"a\":1}"}]"""u8.ToArray());

        await group.SendAsync("OnSyncServerStart", true, "e:1", cancellation);
        await group.SendAsync("OnConversationChanged", conversations, "e:2", cancellation);
        await group.SendAsync("OnTotalUnreadMessageCountChanged", 5, "e:3", cancellation);
        await group.SendAsync("OnConnectFailed", 10000, "no route", "e:4", cancellation);
        await group.SendAsync("OnSomethingNew", 1, "e:5", cancellation);
        await group.SendAsync("OnRecvOfflineNewMessages", new RawJson("[{}]"u8.ToArray()), "e:6", cancellation);

        Assert.Equal(("OnSyncServerStart", ""), Told(await client.ReadAsync()));
        var changed = await client.ReadAsync();
        Assert.Equal("{\"a\":1}", changed.Parse()[0].GetProperty("latestMsg").GetString());
        Assert.Equal(0, changed.Parse()[0].GetProperty("hasReadSeq").GetInt32());
        Assert.Equal(("OnTotalUnreadMessageCountChanged", "5"), Told(await client.ReadAsync()));
        var failed = await client.ReadAsync();
        Assert.Equal((10000, "no route", ""), (failed.ErrCode, failed.ErrMsg, failed.Data));
        Assert.Equal(("OnRecvNewMessages", "[{}]"), Told(await client.ReadAsync()));
    }

    [Fact]
    public async Task Friends_and_blocked_users_have_the_shapes_of_the_old_SDK()
    {
        await using var client = await host.LoginV3Async("petra");

        var friend = (await client.CallV3Async("GetFriendList")).Parse()[0];
        Assert.Equal(JsonValueKind.Null, friend.GetProperty("publicInfo").ValueKind);
        Assert.Equal("dear", friend.GetProperty("friendInfo").GetProperty("remark").GetString());
        Assert.Equal(JsonValueKind.Null, friend.GetProperty("blackInfo").ValueKind);
        var both = (await client.CallV3Async("GetFriendList")).Parse()[1];
        Assert.Equal("blocked", both.GetProperty("friendInfo").GetProperty("userID").GetString());
        Assert.Equal("blocked", both.GetProperty("blackInfo").GetProperty("userID").GetString());
        Assert.Equal(10005, (await client.CallV3Async("GetFriendList", "x")).ErrCode);
        var blocked = (await client.CallV3Async("GetBlackList")).Parse()[0];
        Assert.Equal("blocked", blocked.GetProperty("userID").GetString());
        Assert.False(blocked.TryGetProperty("blockUserID", out _));
        var users = (await client.CallV3Async("GetUsersInfo", """["friend","blocked","x"]""")).Parse();
        Assert.Equal("nfriend", users[0].GetProperty("publicInfo").GetProperty("nickname").GetString());
        Assert.Equal("friend", users[0].GetProperty("friendInfo").GetProperty("userID").GetString());
        Assert.Equal("blocked", users[1].GetProperty("blackInfo").GetProperty("userID").GetString());
        Assert.False(users[2].TryGetProperty("groupMemberInfo", out _));
        await host.Hub.Clients.Group("petra Web").SendAsync(
            "OnBlackAdded", LegacyHub.Blocked, "e:1", TestContext.Current.CancellationToken);
        Assert.Equal("blocked", (await client.ReadAsync()).Parse().GetProperty("userID").GetString());
    }

    [Fact]
    public async Task A_mention_without_a_quoted_message_is_made_as_the_clients_ask_for_it()
    {
        await using var client = await host.LoginV3Async("mia");

        var made = await client.CallV3Async("CreateTextAtMessage", "@bob", "[\"bob\"]", "[]", "");

        Assert.Equal((0, ""), (made.ErrCode, made.ErrMsg));
        Assert.Equal("@bob", made.Parse().GetProperty("atTextElem").GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_v3_8_takes_as_several_arguments_is_one_object()
    {
        await using var client = await host.LoginV3Async("quinn");

        Assert.Equal(
            "\"\"", (await client.CallV3Async("SetFriendRemark", """{"toUserID":"ann","remark":"dear"}""")).Data);
        await client.CallV3Async("PinFriends", """{"toUserID":["ann","ben"],"isPinned":true}""");
        await client.CallV3Async("PinFriends", "null");

        Assert.Contains("SetFriendRemark ann dear", host.Calls.Seen);
        Assert.Contains("PinFriends ann ben True", host.Calls.Seen);
        Assert.Contains("PinFriends none False", host.Calls.Seen);
        foreach (var wrong in new object[][] { [], ["ann", "dear"], [1], ["[]"], ["{\"remark\":1}"] })
            Assert.Equal(10005, (await client.CallV3Async("SetFriendRemark", wrong)).ErrCode);
    }

    [Fact]
    public async Task A_kicked_client_is_told_and_then_closed_with_a_code_that_says_stay_away()
    {
        await using var client = await host.LoginV3Async("olivia");

        await host.Hub.Clients.Group("olivia Web").SendAsync("OnKickedOffline", "e:1", TestContext.Current.CancellationToken);

        Assert.Equal("OnKickedOffline", (await client.ReadAsync()).Event);
        Assert.Equal(4001, (await client.ReadAsync()).ErrCode);
    }

    // This client shows a close frame without a code as 1000; with a code there would be a description.
    private static (string Event, int Code, string Text) End(LegacyClient.Frame frame) =>
        (frame.Event, frame.ErrCode, frame.ErrMsg);

    private static (string Event, string Data) Told(LegacyClient.Frame frame) => (frame.Event, frame.Data);

    private static async Task<(int ErrCode, string Data)> Login(LegacyClient client, string userId, string token)
    {
        var reply = await client.CallV3Async("Login", userId, token);
        return (reply.ErrCode, reply.Data);
    }
}
