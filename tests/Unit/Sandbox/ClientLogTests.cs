using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class ClientLogTests
{
    [Fact]
    public async Task Administrators_find_logs_by_user_and_time_the_newest_first_and_delete_them()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var sandbox = await RunningSandbox.StartAsync(new() { TimeProvider = time });
        var admin = await sandbox.AdminAsync();
        foreach (var userID in new[] { "alice", "bob", "alina" })
        {
            await UploadAsync(sandbox, userID);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var all = await SearchAsync(sandbox, admin, "", pageNumber: 1, showNumber: 2);
        var some = await SearchAsync(sandbox, admin, "^al");
        var early = await SearchAsync(
            sandbox, admin, "", endTime: time.GetUtcNow().AddSeconds(-2).ToUnixTimeMilliseconds());
        var logIDs = LogsOf(some).Select(log => log.GetProperty("logID").GetString()).ToList();
        var deleted = await sandbox.PostAsync("/third/logs/delete", new { logIDs }, admin);
        var again = await sandbox.PostAsync("/third/logs/delete", new { logIDs }, admin);

        Assert.Equal(3, all.GetProperty("data").GetProperty("total").GetInt32());
        Assert.Equal(["alina", "bob"], LogsOf(all).Select(log => log.GetProperty("userID").GetString()));
        Assert.Equal(["alina", "alice"], LogsOf(some).Select(log => log.GetProperty("nickname").GetString()));
        Assert.Equal(["alice", "bob"], LogsOf(early).Select(log => log.GetProperty("userID").GetString()).Order());
        Assert.All(logIDs, id => Assert.Matches("^[1-9][0-9]{9}$", id));
        Assert.Equal("Android", LogsOf(all)[0].GetProperty("platform").GetString());
        Assert.Equal([0, 1004], [ObjectClient.CodeOf(deleted), ObjectClient.CodeOf(again)]);
        Assert.Equal(1, (await SearchAsync(sandbox, admin, "")).GetProperty("data").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("(", 0, 0, 500)]
    [InlineData("", 2, 1, 1001)]
    public async Task A_search_that_makes_no_sense_is_refused(string keyword, long startTime, long endTime, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await SearchAsync(
            sandbox, await sandbox.AdminAsync(), keyword, startTime: startTime, endTime: endTime);

        Assert.Equal(code, ObjectClient.CodeOf(answer));
    }

    [Fact]
    public async Task Registrations_for_offline_push_are_kept_by_user_and_platform()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var alice = await sandbox.LoginAsync("alice");
        foreach (var fcmToken in new[] { "first", "second" })
            await sandbox.PostAsync(
                "/third/fcm_update_token", new { platformID = 2, fcmToken, account = "alice", expireTime = 9 }, alice);
        await sandbox.PostAsync("/third/set_app_badge", new { userID = "alice", appUnreadCount = 7 }, alice);

        var registrations = sandbox.Server.Services.GetRequiredService<PushRegistrations>();

        Assert.Equal(new PushDevice("alice", 2, "second", 9), registrations.DeviceOf("alice", 2));
        Assert.Null(registrations.DeviceOf("alice", 1));
        Assert.Equal(7, registrations.BadgeOf("alice"));
    }

    [Theory]
    [InlineData("/third/prometheus", "The Sandbox has no Grafana.")]
    [InlineData("/prometheus_discovery/msg_gateway", "[]")]
    public async Task Monitoring_is_not_there_and_says_so(string path, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient();

        using var response = await http.GetAsync(
            new Uri(sandbox.Server.ApiAddress, path), TestContext.Current.CancellationToken);

        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UploadAsync(RunningSandbox sandbox, string userID) => await sandbox.PostAsync(
        "/third/logs/upload",
        new { platform = 2, version = "1", fileURLs = new[] { new { filename = "a.log", URL = "https://a.example" } } },
        await sandbox.LoginAsync(userID));

    private static Task<JsonElement> SearchAsync(
        RunningSandbox sandbox, string token, string keyword, int pageNumber = 1, int showNumber = 20,
        long startTime = 0, long endTime = 0) =>
        sandbox.PostAsync(
            "/third/logs/search",
            new { keyword, startTime, endTime, pagination = new { pageNumber, showNumber } },
            token);

    private static List<JsonElement> LogsOf(JsonElement answer) =>
        [.. answer.GetProperty("data").GetProperty("logsInfos").EnumerateArray()];
}
