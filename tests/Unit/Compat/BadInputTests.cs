using System.Net;
using System.Text;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class BadInputTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_frame_of_ten_megabytes_is_read_and_a_larger_one_ends_the_connection_with_1009()
    {
        await using var client = await host.LoginV3Async("alice");
        var text = new string('x', LegacyConnection.MaximumFrameSize - 1000);

        var reply = await client.CallV3Async("CreateTextMessage", text);
        Assert.Equal(text.Length, reply.Parse().GetProperty("textElem").GetProperty("content").GetString()!.Length);

        await client.SendAsync(new byte[LegacyConnection.MaximumFrameSize + 1]);
        Assert.Equal(1009, (await client.ReadAsync()).ErrCode);
    }

    [Fact]
    public async Task Five_thousand_frames_without_waiting_are_all_answered()
    {
        await using var client = await host.LoginV3Async("bob");
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 5000; i++)
                await client.RequestAsync("GetLoginStatus", "[]");
        }, TestContext.Current.CancellationToken);

        var answered = new HashSet<string>(StringComparer.Ordinal);
        while (answered.Count < 5000)
        {
            var frame = await client.ReadAsync();
            Assert.True(frame.ErrCode is 0 or ErrorCode.TooManyRequests, frame.ErrMsg);
            answered.Add(frame.OperationId);
        }

        await sending;
    }

    [Fact]
    public async Task Requests_beyond_the_bound_are_refused_and_those_within_it_answered_when_the_hub_is()
    {
        await using var client = await host.LoginV3Async("carol");
        const int Surplus = 10;
        for (var i = 0; i < RequestQueue.MaximumRequests + Surplus; i++)
            await client.RequestAsync("NetworkStatusChanged", "[]");

        for (var i = 0; i < Surplus; i++)
            Assert.Equal(ErrorCode.TooManyRequests, (await client.ReadAsync()).ErrCode);
        host.Calls.Gate.TrySetResult();
        for (var i = 0; i < RequestQueue.MaximumRequests; i++)
            Assert.Equal(("NetworkStatusChanged", 0), Answer(await client.ReadAsync()));
        Assert.Equal("3", (await client.CallV3Async("GetLoginStatus")).Data);
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_of_a_frame_leaves_nothing_behind()
    {
        var client = await host.LoginV3Async("dave");
        var connection = host.Service<LegacyConnections>().All.Single(c => c.Session.UserId == "dave");
        await client.SendAsync(Encoding.UTF8.GetBytes("""{"reqFuncName":"GetLoginStatus","""), endOfMessage: false);

        client.Vanish();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Contains(connection.ConnectionId, host.Calls.Disconnected);
        Assert.DoesNotContain(host.Service<LegacyConnections>().All, c => c == connection);
    }

    [Fact]
    public async Task A_client_that_does_not_read_loses_its_connection_and_nobody_else_waits()
    {
        var deaf = await host.LoginV3Async("erin");
        await using var other = await host.LoginV3Async("fred");
        var connection = host.Service<LegacyConnections>().All.Single(c => c.Session.UserId == "erin");
        var large = new string('x', 1_000_000);

        var sending = Task.Run(async () =>
        {
            while (true)
                await deaf.RequestAsync("CreateTextMessage", $"[\"{large}\"]");
        }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal("3", (await other.CallV3Async("GetLoginStatus")).Data);
        await deaf.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/?sendID=a&token=t&platformID=5&operationID=o", 400, "Bad Request\n")]
    [InlineData("POST", "/?sendID=a&token=t&platformID=5&operationID=o", 405, "Method not allowed\n")]
    [InlineData("GET", "/?sendID=a&platformID=5", 400, "Unauthorized\n")]
    [InlineData("GET", "/?sendID=a&token=t&platformID=5", 401, "Unauthorized\n")]
    [InlineData("GET", "/", 200, "the page")]
    public async Task A_plain_request_with_a_legacy_query_is_refused_as_by_the_old_servers(
        string method, string path, int status, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(host.Address, path));

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_hub_client_cannot_speak_the_legacy_protocol()
    {
        await using var client = await LegacyClient.OpenAsync(host.Address, "access_token=x/5", "/hub");
        await client.SendAsync("""{"protocol":"openim","version":1}""" + '\u001e');

        var answer = await client.ReadTextAsync();

        Assert.Contains("error", answer, StringComparison.Ordinal);
    }

    private static (string Event, int ErrCode) Answer(LegacyClient.Frame frame) => (frame.Event, frame.ErrCode);
}
