using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Gateway;
using OpenIM.SignalR.Unit.Compat;

namespace OpenIM.SignalR.Unit.Server;

/// <summary>
/// Clients whose connection is lost and who come back while their session is parked, on a connection of the same kind
/// or another. What is parked, and for how long, is in ParkingTests.
/// </summary>
public sealed class ReturningClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private GatewayProcess _gateway = null!;
    private SandboxAccounts _accounts = null!;
    private string _user = "";
    private string _peer = "";
    private string _token = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayProcess.StartAsync(
            new Dictionary<string, string> { ["Gateway:LogLevel"] = "Debug" }, Cancel);
        _accounts = await SandboxAccounts.OpenAsync(_gateway.SandboxApi, Cancel);
        (_user, _peer) = (await _accounts.RegisterAsync("ann", Cancel), await _accounts.RegisterAsync("ben", Cancel));
        _token = await _accounts.TokenAsync(_user, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _accounts?.Dispose();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Whoever_comes_back_to_the_hub_misses_nothing_and_is_told_nothing_twice(HttpTransportType transport)
    {
        var cursor = await LeaveAndBeWrittenTo("while away");

        await using var returned = await Connect(transport, _token);
        var told = Told(returned);
        await Call(returned, "Login", _user, _token);
        var missed = await Call(returned, "Resume", cursor);

        Assert.True(missed.GetProperty("continuous").GetBoolean());
        // It came to the session before the return or after it; a client tells by the cursor what it has already.
        foreach (var entry in missed.GetProperty("events").EnumerateArray())
            if (entry.GetProperty("name").GetString() == "OnRecvNewMessages")
                told.Writer.TryWrite((entry.GetProperty("arguments")[0], entry.GetProperty("cursor").GetString()!));
        var (messages, at) = await told.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
        Assert.Equal("while away", TextIn(messages));
        Assert.Equal(3, (await Call(returned, "GetLoginStatus")).GetInt32());
        while (told.Reader.TryRead(out var again))
            Assert.Equal(at, again.Cursor);
    }

    [Fact]
    public async Task Whoever_comes_back_with_frames_of_v3_is_told_what_he_missed()
    {
        await LeaveAndBeWrittenTo("while away");

        await using var returned = await LegacyClient.OpenAsync(
            _gateway.Legacy, $"sendID={_user}&token={_token}&platformID={Platform.Web}&operationID=open");
        await returned.RequestAsync("Login", JsonSerializer.Serialize(new[] { _user, _token }));

        Assert.Equal("while away", TextIn((await Until(returned, "OnRecvNewMessages")).Parse()));
    }

    [Fact]
    public async Task Whoever_comes_back_can_ask_what_became_of_a_send_and_makes_no_second_message_of_it()
    {
        await using var peer = await LoggedIn(_peer, await _accounts.TokenAsync(_peer, Cancel));
        var told = Told(peer);
        await using var network = new CuttableNetwork(_gateway.Port);
        await using var lost = await Connect(HttpTransportType.WebSockets, _token, network.Port);
        await Call(lost, "Login", _user, _token);
        var message = await Call(lost, "CreateTextMessage", "did it arrive?");
        using (network.HoldAnswers())
        {
            var sending = Call(lost, "SendMessage", message, _peer, "", null, false);
            await told.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
            network.Cut();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
        }

        await using var returned = await LoggedIn(_user, _token);
        var conversationID = await Call(returned, "GetConversationIDBySessionType", _peer, 1);
        var clientMsgID = message.GetProperty("clientMsgID");
        object[] asked = [new { conversationID, clientMsgIDList = new[] { clientMsgID } }];
        var found = await Call(returned, "FindMessageList", [asked]);
        var again = await Assert.ThrowsAsync<HubException>(
            () => Call(returned, "SendMessage", message, _peer, "", null, false));

        var kept = found.GetProperty("findResultItems")[0].GetProperty("messageList")[0];
        Assert.Equal(2, kept.GetProperty("status").GetInt32());
        Assert.Contains($"HubException: {ErrorCode.MessageRepeat} ", again.Message, StringComparison.Ordinal);
        var history = await Call(
            returned, "GetAdvancedHistoryMessageList",
            new { conversationID, startClientMsgID = "", count = 10, viewType = 0, userID = "", groupID = "" });
        Assert.Single(history.GetProperty("messageList").EnumerateArray());
    }

    [Fact]
    public async Task A_token_is_renewed_in_place_by_its_own_user_only()
    {
        await using var connection = await Connect(HttpTransportType.WebSockets, _token);
        await Call(connection, "Login", _user, _token);
        var foreign = await _accounts.TokenAsync(_peer, Cancel);
        var otherPlatform = await _accounts.TokenAsync(_user, Cancel, Platform.Android);

        foreach (var (userID, token) in
            new[] { (_peer, foreign), (_user, foreign), (_user, otherPlatform), (_user, "none") })
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => Call(connection, "Login", userID, token));
            Assert.Matches("HubException: 150[0-9] ", refused.Message);
        }

        Assert.Equal(3, (await Call(connection, "GetLoginStatus")).GetInt32());
        await Call(connection, "Login", _user, await _accounts.TokenAsync(_user, Cancel));
        Assert.Equal(_user, (await Call(connection, "GetSelfUserInfo")).GetProperty("userID").GetString());
    }

    /// <summary>A connection that is lost, and a message to its user after that. Gives the last cursor that it saw.</summary>
    private async Task<string> LeaveAndBeWrittenTo(string text)
    {
        await using var peer = await LoggedIn(_peer, await _accounts.TokenAsync(_peer, Cancel));
        string cursor;
        await using (var lost = await LoggedIn(_user, _token))
        {
            await Call(lost, "GetAllConversationList");
            cursor = (await Call(lost, "Resume", "none:0")).GetProperty("cursor").GetString()!;
        }
        await _gateway.LoggedAsync(
            entry => entry.Message.StartsWith($"{_user} Web: parked", StringComparison.Ordinal), Cancel);
        await Call(peer, "SendMessage", await Call(peer, "CreateTextMessage", text), _user, "", null, false);
        return cursor;
    }

    private async Task<HubConnection> LoggedIn(string userID, string token)
    {
        var connection = await Connect(HttpTransportType.WebSockets, token);
        await Call(connection, "Login", userID, token);
        return connection;
    }

    private static Channel<(JsonElement Messages, string Cursor)> Told(HubConnection connection)
    {
        var told = Channel.CreateBounded<(JsonElement, string)>(100);
        connection.On<JsonElement, string>(
            "OnRecvNewMessages", (messages, cursor) => Assert.True(told.Writer.TryWrite((messages, cursor))));
        return told;
    }

    private async Task<HubConnection> Connect(HttpTransportType transport, string token, int? port = null)
    {
        var hub = port is null ? _gateway.Hub : new UriBuilder(_gateway.Hub) { Port = port.Value }.Uri;
        var connection = new HubConnectionBuilder()
            .WithUrl(hub, transport, options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
            .Build();
        await connection.StartAsync(Cancel);
        return connection;
    }

    private static Task<JsonElement> Call(HubConnection connection, string function, params object?[] arguments) =>
        connection.InvokeCoreAsync<JsonElement>(function, arguments, Cancel).WaitAsync(Patience, Cancel);

    private static async Task<LegacyClient.Frame> Until(LegacyClient client, string name)
    {
        while (true)
        {
            var frame = await client.ReadAsync();
            Assert.NotEqual("closed", frame.Event);
            if (frame.Event == name)
                return frame;
        }
    }

    private static string? TextIn(JsonElement messages) =>
        Assert.Single(messages.EnumerateArray()).GetProperty("textElem").GetProperty("content").GetString();
}
