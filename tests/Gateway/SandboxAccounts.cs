using System.Net.Http.Json;
using System.Text.Json;

namespace OpenIM.SignalR.Gateway;

/// <summary>Makes users and tokens as an application's own server does, over OpenIM's REST API.</summary>
public sealed class SandboxAccounts : IDisposable
{
    /// <summary>The platform of browsers.</summary>
    public const int Web = 5;

    private const int TokenNotExist = 1507;

    private readonly HttpClient _http;
    private volatile string? _adminToken;

    private SandboxAccounts(HttpClient http) => _http = http;

    /// <summary>Logs in as the administrator.</summary>
    public static async Task<SandboxAccounts> OpenAsync(Uri api, CancellationToken cancellationToken)
    {
        var accounts = new SandboxAccounts(new HttpClient { BaseAddress = api });
        await accounts.LogInAsync(cancellationToken);
        return accounts;
    }

    /// <summary>Registers a user nobody else has. Returns its id.</summary>
    public async Task<string> RegisterAsync(string namePrefix, CancellationToken cancellationToken, string? nickname = null)
    {
        var userId = $"{namePrefix}_{Guid.NewGuid():N}"[..(namePrefix.Length + 9)];
        var user = new { userID = userId, nickname = nickname ?? userId, faceURL = "" };
        await PostAsync("/user/user_register", new { users = new[] { user } }, cancellationToken);
        return userId;
    }

    /// <summary>Makes users friends of another, without asking them.</summary>
    public Task BefriendAsync(string userId, IReadOnlyList<string> friendUserIds, CancellationToken cancellationToken) =>
        PostAsync("/friend/import_friend", new { ownerUserID = userId, friendUserIDs = friendUserIds }, cancellationToken);

    /// <summary>A token for a user on a platform.</summary>
    public async Task<string> TokenAsync(string userId, CancellationToken cancellationToken, int platformId = Web)
    {
        var data = await PostAsync("/auth/get_user_token", new { userID = userId, platformID = platformId }, cancellationToken);
        return data.GetProperty("token").GetString()!;
    }

    public void Dispose() => _http.Dispose();

    private async Task LogInAsync(CancellationToken cancellationToken)
    {
        var reply = await ReplyAsync(
            "/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }, cancellationToken);
        _adminToken = reply.GetProperty("data").GetProperty("token").GetString();
    }

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        var reply = await ReplyAsync(path, body, cancellationToken);
        if (reply.GetProperty("errCode").GetInt32() == TokenNotExist)
        {
            // An administrator's token is forgotten some minutes after a later one was made, as the gateway does.
            await LogInAsync(cancellationToken);
            reply = await ReplyAsync(path, body, cancellationToken);
        }

        return reply.GetProperty("errCode").GetInt32() == 0
            ? reply.TryGetProperty("data", out var data) ? data : default
            : throw new InvalidOperationException($"{path} answers {reply}");
    }

    private async Task<JsonElement> ReplyAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", Guid.NewGuid().ToString());
        request.Headers.Add("token", _adminToken);
        using var response = await _http.SendAsync(request, cancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
