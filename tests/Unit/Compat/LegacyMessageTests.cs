using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class LegacyMessageTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task V2_names_a_message_by_itself_and_the_hub_is_asked_by_conversation_and_id()
    {
        await using var client = await LoginV2Async("max");
        var own = new { clientMsgID = "m1", sendID = "max", recvID = "bob", contentType = 101, content = "x" };
        var others = own with { sendID = "bob", recvID = "max" };
        var inGroup = new { clientMsgID = "m2", sendID = "bob", groupID = "g1", contentType = 101 };

        Assert.Equal((0, ""), await Call(client, "RevokeMessage", Json(own)));
        Assert.Equal((0, ""), await Call(client, "NewRevokeMessage", Json(inGroup)));
        Assert.Equal((0, ""), await Call(client, "DeleteMessageFromLocalAndSvr", Json(others)));
        Assert.Equal((0, ""), await Call(client, "ClearC2CHistoryMessage", "zoe"));
        Assert.Equal((0, ""), await Call(client, "ClearGroupHistoryMessage", "g1"));

        string[] asked = ["Revoke si_bob_max m1", "Revoke sg_g1 m2", "Delete si_bob_max m1", "Empty si_max_zoe", "Empty sg_g1"];
        Assert.Equal(asked, host.Calls.Seen.Intersect(asked));
        Assert.Equal(803, (await Call(client, "RevokeMessage", "no JSON")).Code);
    }

    [Fact]
    public async Task V2_finds_messages_in_its_own_form_and_under_its_own_ids()
    {
        await using var client = await LoginV2Async("mia");

        var found = (await client.CallV2Async(
            "mia", "SearchLocalMessages", Json(new { conversationID = "single_bob", keywordList = new[] { "x" } }))).Parse();

        Assert.Equal(1, found.GetProperty("totalCount").GetInt32());
        var item = found.GetProperty("searchResultItems")[0];
        Assert.Equal("single_bob", item.GetProperty("conversationID").GetString());
        var message = item.GetProperty("messageList")[0];
        Assert.Equal("found", message.GetProperty("content").GetString());
        Assert.True(message.TryGetProperty("pictureElem", out _));
    }

    [Fact]
    public async Task Older_clients_are_told_who_types_among_the_new_messages()
    {
        await using var v2 = await LoginV2Async("tim");
        await using var v3 = await host.LoginV3Async("tom");
        var cancellation = TestContext.Current.CancellationToken;
        var status = new ConversationInputStatus
        {
            ConversationID = "si_bob_tim",
            UserID = "bob",
            PlatformIDs = [5],
            Message = new() { SendID = "bob", ContentType = 113, TypingElem = new() { MsgTips = "yes" } },
        };
        foreach (var group in new[] { host.Hub.Clients.Group("tim Web"), host.Hub.Clients.Group("tom Web") })
        {
            await group.SendAsync("OnConversationUserInputStatusChanged", status, "e:1", cancellation);
            await group.SendAsync("OnConversationUserInputStatusChanged", status with { Message = null }, "e:2", cancellation);
            await group.SendAsync("OnTotalUnreadMessageCountChanged", 1, "e:3", cancellation);
        }

        var old = await v2.ReadAsync();
        Assert.Equal("OnRecvNewMessage", old.Event);
        Assert.Equal(("yes", 113),
            (old.Parse().GetProperty("content").GetString(), old.Parse().GetProperty("contentType").GetInt32()));
        Assert.Equal("OnTotalUnreadMessageCountChanged", (await v2.ReadAsync()).Event);

        var newer = await v3.ReadAsync();
        Assert.Equal("OnRecvNewMessages", newer.Event);
        Assert.Equal("yes", newer.Parse()[0].GetProperty("typingElem").GetProperty("msgTips").GetString());
        for (var told = 0; told < 2; told++)
        {
            var changed = await v3.ReadAsync();
            Assert.Equal("OnConversationUserInputStatusChanged", changed.Event);
            Assert.False(changed.Parse().TryGetProperty("message", out _));
        }
        Assert.Equal("OnTotalUnreadMessageCountChanged", (await v3.ReadAsync()).Event);
    }

    [Fact]
    public async Task V2_sees_a_message_that_was_taken_back_as_it_knows_them_and_markdown_as_text()
    {
        await using var client = await LoginV2Async("uma");
        MsgStruct[] messages =
        [
            new()
            {
                ContentType = 2101,
                NotificationElem = new()
                {
                    Detail = """{"revokerID":"bob","clientMsgID":"m1","revokeTime":1700000000000,"seq":3,"ex":""}""",
                },
            },
            new() { ContentType = 118, MarkdownTextElem = new() { Content = "# hi" } },
        ];

        await host.Hub.Clients.Group("uma Web").SendAsync(
            "OnRecvNewMessages", messages, "e:1", TestContext.Current.CancellationToken);

        var revoked = (await client.ReadAsync()).Parse();
        Assert.Equal(118, revoked.GetProperty("contentType").GetInt32());
        using var content = JsonDocument.Parse(revoked.GetProperty("content").GetString()!);
        Assert.Equal("bob", content.RootElement.GetProperty("revokerID").GetString());
        Assert.Equal(1_700_000_000, content.RootElement.GetProperty("revokeTime").GetInt64());
        Assert.False(content.RootElement.TryGetProperty("seq", out _));
        var markdown = (await client.ReadAsync()).Parse();
        Assert.Equal((101, "# hi"),
            (markdown.GetProperty("contentType").GetInt32(), markdown.GetProperty("content").GetString()));
    }

    [Fact]
    public async Task What_marks_a_part_of_a_v2_text_survives_the_way_through_the_hub()
    {
        await using var client = await LoginV2Async("vic");
        var marked = Json(new
        {
            contentType = 117,
            status = (int?)null,
            messageEntityElem = new
            {
                text = "hi", messageEntityList = new[] { new { type = "mention", offset = 0, length = 2, info = "bob" } },
            },
        });

        var quote = (await client.CallV2Async("vic", "CreateQuoteMessage", Json(new { text = "this", message = marked }))).Parse();

        var element = quote.GetProperty("quoteElem").GetProperty("quoteMessage").GetProperty("messageEntityElem");
        Assert.Equal("bob", element.GetProperty("messageEntityList")[0].GetProperty("info").GetString());
    }

    private async Task<LegacyClient> LoginV2Async(string userID)
    {
        var client = await host.OpenV2Async(userID);
        await client.CallV2Async(userID, "Login", Json(new { userID, token = $"{userID}/{Platform.Web}" }));
        await client.ReadAsync();
        return client;
    }

    private static async Task<(int Code, string Data)> Call(LegacyClient client, string function, string data)
    {
        var answer = await client.CallV2Async("max", function, data);
        return (answer.ErrCode, answer.Data);
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
