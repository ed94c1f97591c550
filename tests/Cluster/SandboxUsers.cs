using System.Net.Http.Json;
using System.Text.Json;

namespace OpenIM.SignalR.Cluster;

/// <summary>Registers users in the Sandbox and gets their tokens, as an app's own server does.</summary>
public sealed class SandboxUsers(Uri api) : IDisposable
{
    public const int Web = 5;

    private readonly HttpClient http = new() { BaseAddress = api };
    private static int count;

    /// <summary>A new user.</summary>
    public async Task<string> RegisterAsync(string nickname, CancellationToken cancellationToken)
    {
        var userID = $"{nickname}{Interlocked.Increment(ref count)}";
        await PostAsync(
            "/user/user_register", new { users = new[] { new { userID, nickname } } },
            await AdminAsync(cancellationToken), cancellationToken);
        return userID;
    }

    /// <summary>A token, which takes over from those that the user had on the platform.</summary>
    public async Task<string> TokenAsync(string userID, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(
            "/auth/get_user_token", new { userID, platformID = Web }, await AdminAsync(cancellationToken), cancellationToken);
        return answer.GetProperty("token").GetString()!;
    }

    public void Dispose() => http.Dispose();

    private async Task<string> AdminAsync(CancellationToken cancellationToken)
    {
        var answer = await PostAsync(
            "/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }, token: null, cancellationToken);
        return answer.GetProperty("token").GetString()!;
    }

    private async Task<JsonElement> PostAsync(string path, object body, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", Guid.NewGuid().ToString("N"));
        if (token is not null)
            request.Headers.Add("token", token);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.Equal(0, answer.GetProperty("errCode").GetInt32());
        return answer.TryGetProperty("data", out var data) ? data : default;
    }
}
