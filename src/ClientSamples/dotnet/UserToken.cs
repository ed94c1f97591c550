using System.Net.Http.Json;
using System.Text.Json;

namespace OpenIM.SignalR.ChatSample;

/// <summary>A token as an application's own server gets it: with the administrator's secret, from OpenIM's REST API.</summary>
internal static class UserToken
{
    public static async Task<string> GetAsync(ChatOptions options)
    {
        using var http = new HttpClient { BaseAddress = options.Api };
        var admin = await PostAsync(http, "/auth/get_admin_token", new { secret = options.Secret, userID = "imAdmin" });
        http.DefaultRequestHeaders.Add("token", admin);
        return await PostAsync(http, "/auth/get_user_token", new { userID = options.User, platformID = options.Platform });
    }

    private static async Task<string> PostAsync(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", Guid.NewGuid().ToString());
        using var response = await http.SendAsync(request);
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        return reply.GetProperty("errCode").GetInt32() == 0
            ? reply.GetProperty("data").GetProperty("token").GetString()!
            : throw new InvalidOperationException($"{path}: {reply.GetProperty("errCode")} {reply.GetProperty("errMsg")}");
    }
}
