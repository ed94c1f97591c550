using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Server;

/// <summary>
/// The accounts that are ready in the Sandbox, and their tokens for whoever opens the page. An app's own server would register
/// its users and fetch their tokens the same way.
/// </summary>
internal sealed class SandboxAccounts(Uri api, SandboxOptions sandbox, TokenVerifier tokens) : IDisposable
{
    /// <summary>The platform of browsers.</summary>
    public const int Web = Contracts.Platform.Web;

    private static readonly (string UserID, string Nickname)[] Accounts = [("alice", "Alice"), ("bob", "Bob"), ("carol", "Carol")];

    private readonly HttpClient _http = new() { BaseAddress = api, Timeout = TimeSpan.FromSeconds(10) };
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<(string UserID, int PlatformID), string> _issued = new();

    /// <summary>The user ids.</summary>
    public static IEnumerable<string> UserIDs => Accounts.Select(account => account.UserID);

    /// <summary>Registers those accounts that a Sandbox which was just started does not have in its file.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var admin = await AdminTokenAsync(cancellationToken);
        var check = await PostAsync(
            "user/account_check",
            new JsonObject { ["checkUserIDs"] = new JsonArray([.. UserIDs.Select(id => (JsonNode)id)]) },
            admin, cancellationToken);
        var known = check.GetProperty("results").EnumerateArray()
            .Where(account => account.GetProperty("accountStatus").GetInt32() != 0)
            .Select(account => account.GetProperty("userID").GetString())
            .ToHashSet();
        var users = Accounts.Where(account => !known.Contains(account.UserID)).Select(account => (JsonNode)new JsonObject
        {
            ["userID"] = account.UserID, ["nickname"] = account.Nickname,
        }).ToArray();
        if (users.Length > 0)
            await PostAsync(
                "user/user_register", new JsonObject { ["users"] = new JsonArray(users) }, admin, cancellationToken);
    }

    /// <summary>The accounts with tokens for a platform.</summary>
    public async Task<IReadOnlyList<SandboxAccount>> GetAsync(int platformId, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var accounts = new List<SandboxAccount>();
            foreach (var (userId, nickname) in Accounts)
                accounts.Add(new SandboxAccount(userId, nickname, await TokenAsync(userId, platformId, cancellationToken)));
            return accounts;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    /// <summary>The same token as long as it is good: a new one would take over from it and log its bearer out.</summary>
    private async Task<string> TokenAsync(string userId, int platformId, CancellationToken cancellationToken)
    {
        if (_issued.TryGetValue((userId, platformId), out var token) && (await tokens.Verify(token, cancellationToken)).IsOk)
            return token;
        var answer = await PostAsync(
            "auth/get_user_token", new JsonObject { ["userID"] = userId, ["platformID"] = platformId },
            await AdminTokenAsync(cancellationToken), cancellationToken);
        return _issued[(userId, platformId)] = answer.GetProperty("token").GetString()!;
    }

    private async Task<string> AdminTokenAsync(CancellationToken cancellationToken)
    {
        var answer = await PostAsync(
            "auth/get_admin_token", new JsonObject { ["secret"] = sandbox.Secret, ["userID"] = sandbox.AdminUserID },
            token: null, cancellationToken);
        return answer.GetProperty("token").GetString()!;
    }

    private async Task<JsonElement> PostAsync(string path, JsonObject body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", Guid.NewGuid().ToString("N"));
        if (token is not null)
            request.Headers.Add("token", token);
        using var response = await _http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("errCode").GetInt32() == 0
            ? answer.TryGetProperty("data", out var data) ? data : default
            : throw new InvalidOperationException($"The Sandbox refused {path}: {answer.GetProperty("errMsg")}");
    }
}

/// <summary>An account that can be logged in at once.</summary>
internal sealed record SandboxAccount(string UserID, string Nickname, string Token);
