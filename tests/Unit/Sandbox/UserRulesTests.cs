using System.Text.Json;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>What the paths below /user refuse, and in which order.</summary>
public sealed class UserRulesTests
{
    [Fact]
    public async Task A_command_needs_a_type_and_a_uuid_before_its_owner_is_looked_at()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var alice = await sandbox.LoginAsync("alice");
        foreach (var path in new[] { "add", "update", "delete" })
        {
            var command = $"/user/process_user_command_{path}";
            Assert.Equal(1001, await CodeAsync(sandbox, command, new { userID = "bob", uuid = "u" }, alice));
            Assert.Equal(1001, await CodeAsync(sandbox, command, new { userID = "bob", type = 1 }, alice));
            Assert.Equal(1002, await CodeAsync(sandbox, command, new { userID = "bob", type = 1, uuid = "u" }, alice));
        }
        const string get = "/user/process_user_command_get";
        Assert.Equal(1001, await CodeAsync(sandbox, get, new { userID = "alice" }, alice));
        Assert.Equal(0, await CodeAsync(sandbox, get, new { userID = "alice", type = 1 }, alice));
    }

    [Fact]
    public async Task A_malformed_registration_is_malformed_also_for_those_who_may_not_register()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var alice = await sandbox.LoginAsync("alice");

        Assert.Equal(1001, await RegisterAsync(sandbox, alice, "b:b", "Bob"));
        Assert.Equal(1001, await RegisterAsync(sandbox, alice, "bob", ""));
        Assert.Equal(1002, await RegisterAsync(sandbox, alice, "bob", "Bob"));
    }

    [Fact]
    public async Task An_account_is_found_by_its_id_and_only_if_none_has_that_by_its_whole_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var admin = await sandbox.AdminAsync();
        foreach (var (userID, nickName) in new[] { ("news", "weather"), ("weather", "sun"), ("sky", "news flash") })
            await sandbox.PostAsync(
                "/user/add_notification_account", new { userID, nickName, appMangerLevel = 3 }, admin);

        Assert.Equal(["weather"], await FindAsync("weather"));
        Assert.Equal(["weather"], await FindAsync("sun"));
        Assert.Equal(["news"], await FindAsync("news"));
        Assert.Empty(await FindAsync("flash"));

        async Task<List<string?>> FindAsync(string keyword)
        {
            var pagination = new { pageNumber = 1, showNumber = 9 };
            var answer = await sandbox.PostAsync(
                "/user/search_notification_account", new { keyword, pagination }, admin);
            var accounts = answer.GetProperty("data").GetProperty("notificationAccounts");
            return accounts.ValueKind == JsonValueKind.Null
                ? []
                : [.. accounts.EnumerateArray().Select(account => account.GetProperty("userID").GetString())];
        }
    }

    [Fact]
    public async Task There_is_no_configuration_for_one_who_is_not_there()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.Equal(1004, await CodeAsync(
            sandbox, "/user/get_user_client_config", new { userID = "nobody" }, await sandbox.AdminAsync()));
    }

    private static Task<int> RegisterAsync(RunningSandbox sandbox, string token, string userID, string nickname) =>
        CodeAsync(sandbox, "/user/user_register", new { users = new[] { new { userID, nickname } } }, token);

    private static async Task<int> CodeAsync(RunningSandbox sandbox, string path, object body, string token) =>
        (await sandbox.PostAsync(path, body, token)).GetProperty("errCode").GetInt32();
}
