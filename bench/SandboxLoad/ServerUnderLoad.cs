using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace OpenIM.SignalR.SandboxLoad;

/// <summary>The server's REST API as the administrator uses it, and what its process consumes.</summary>
internal sealed class ServerUnderLoad(Uri rest, Uri ws, int processID) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = rest };
    private readonly string _prefix = $"b{Random.Shared.Next(1 << 24):x6}_";
    private string _token = "";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public Uri Ws => ws;

    public string AdminToken => _token;

    /// <summary>New names in every run: a server can be measured more than once.</summary>
    public string UserID(int number) => $"{_prefix}{number}";

    public async Task LogInAsync() =>
        _token = (await PostAsync("/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }))
            .GetProperty("token").GetString()!;

    public async Task RegisterAsync(int users)
    {
        foreach (var numbers in Enumerable.Range(0, users).Chunk(500))
            await PostAsync("/user/user_register", new
            {
                users = numbers.Select(number => new { userID = UserID(number), nickname = $"user {number}" }),
            });
    }

    public async Task<string> TokenAsync(string userID) =>
        (await PostAsync("/auth/get_user_token", new { userID, platformID = 2 })).GetProperty("token").GetString()!;

    /// <summary>Opens the connections of the first users, some at a time.</summary>
    public async Task<GatewayClient[]> OpenAsync(int count)
    {
        var clients = new GatewayClient[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            clients[i] = await GatewayClient.OpenAsync(ws, UserID(i), await TokenAsync(UserID(i)), platformID: 2));
        return clients;
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", "load");
        if (_token.Length > 0)
            request.Headers.Add("token", _token);
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.GetProperty("errCode").GetInt32() != 0)
            throw new InvalidOperationException($"{path}: {answer}");
        return answer.TryGetProperty("data", out var data) ? data : default;
    }

    /// <summary>CPU time used so far and resident memory.</summary>
    public (TimeSpan Cpu, double Megabytes) Usage()
    {
        using var process = Process.GetProcessById(processID);
        return (process.TotalProcessorTime, process.WorkingSet64 / 1048576d);
    }

    public void Dispose() => _http.Dispose();
}
