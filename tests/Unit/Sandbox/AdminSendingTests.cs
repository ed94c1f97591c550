using System.Text;
using System.Text.Json;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>The REST paths that send, with their own order of checks.</summary>
public sealed class AdminSendingTests
{
    [Fact]
    public async Task The_at_list_of_a_message_is_that_of_its_element()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await LoginAsync(sandbox);
        var admin = await sandbox.AdminAsync();
        var content = new { text = "look", ATUSERLIST = new[] { "bob" } };

        var sent = await sandbox.PostAsync(
            "/msg/send_msg",
            new { sendID = "alice", recvID = "bob", contentType = 106, sessionType = 1, content },
            admin);

        Assert.Equal(0, CodeOf(sent));
        Assert.Equal("bob", (await LastAsync(sandbox)).GetProperty("atUserIDList")[0].GetString());
    }

    [Fact]
    public async Task Only_what_was_sent_has_a_status()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var admin = await sandbox.AdminAsync();
        await LoginAsync(sandbox);
        Task<JsonElement> SendTo(string recvID) => sandbox.PostAsync(
            "/msg/send_msg",
            new { sendID = "alice", recvID, contentType = 101, sessionType = 1, content = new { content = "x" } },
            admin);
        async Task<int> StatusAsync() => (await sandbox.PostAsync("/msg/check_msg_is_send_success", new { }, admin))
            .GetProperty("data").GetProperty("status").GetInt32();

        Assert.Equal(1004, CodeOf(await SendTo("nobody")));
        Assert.Equal(0, await StatusAsync());
        Assert.Equal(0, CodeOf(await SendTo("bob")));
        Assert.Equal(2, await StatusAsync());
    }

    [Fact]
    public async Task A_business_notification_without_a_receiver_is_malformed_whoever_sends_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var alice = await sandbox.LoginAsync("alice");
        Task<JsonElement> Send(string? recvUserID, string? recvGroupID) => sandbox.PostAsync(
            "/msg/send_business_notification", new { sendUserID = "alice", recvUserID, recvGroupID }, alice);

        Assert.Equal(1001, CodeOf(await Send(null, null)));
        Assert.Equal(1001, CodeOf(await Send("bob", "g")));
        Assert.Equal(1002, CodeOf(await Send("bob", null)));
    }

    [Fact]
    public async Task A_simple_message_answers_in_the_place_of_the_one_it_was_written_to()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var bob = await LoginAsync(sandbox);
        Task<JsonElement> Answer(string? key, object body) => sandbox.PostAsync(
            "/msg/send_simple_msg" + (key is null
                ? ""
                : $"?key={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(key)))}"),
            body,
            bob);

        Assert.Equal(1001, CodeOf(await Answer(null, new { })));
        Assert.Equal(1001, CodeOf(await Answer("""{"sendID":"alice","recvID":"bob"}""", new { })));
        Assert.Equal(1001, CodeOf(await Answer("""{"recvID":"bob","groupID":"g"}""", new { sendID = "bob", content = "x" })));
        Assert.Equal(1002, CodeOf(await Answer("""{"sendID":"bob","recvID":"alice"}""", new { content = "x" })));
        Assert.Equal(0, CodeOf(await Answer("""{"sendID":"alice","recvID":"bob"}""", new { content = "well" })));

        var last = await LastAsync(sandbox);
        Assert.Equal("bob", last.GetProperty("sendID").GetString());
        Assert.Equal(118, last.GetProperty("contentType").GetInt32());
        Assert.Equal(0, last.GetProperty("createTime").GetInt64());
    }

    /// <returns>Bob's token.</returns>
    private static async Task<string> LoginAsync(RunningSandbox sandbox)
    {
        await sandbox.LoginAsync("alice");
        return await sandbox.LoginAsync("bob");
    }

    private static async Task<JsonElement> LastAsync(RunningSandbox sandbox)
    {
        var range = new { conversationID = "si_alice_bob", begin = 1, end = 9, num = 1 };
        var pulled = await sandbox.PostAsync(
            "/msg/pull_msg_by_seq", new { userID = "bob", seqRanges = new[] { range } }, await sandbox.AdminAsync());
        return pulled.GetProperty("data").GetProperty("msgs").GetProperty("si_alice_bob").GetProperty("Msgs")[0];
    }

    private static int CodeOf(JsonElement answer) => answer.GetProperty("errCode").GetInt32();
}
