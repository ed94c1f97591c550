using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>A sandbox on free ports, and the two ways to talk to it.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly HttpClient _http = new();
    private string? _admin;

    private RunningSandbox(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public static async Task<RunningSandbox> StartAsync(
        SandboxOptions? options = null, ILoggerFactory? loggerFactory = null)
    {
        options = (options ?? new SandboxOptions()) with
        {
            RestPort = 0,
            GatewayPort = 0,
            OnlineStatusInterval = TimeSpan.FromMilliseconds(20),
        };
        return new RunningSandbox(await SandboxServer.StartAsync(options, loggerFactory, Cancel));
    }

    /// <summary>Posts an object, or a text as it is, and reads the envelope.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.ApiAddress, path))
        {
            Content = body is string text ? new StringContent(text) : JsonContent.Create(body),
        };
        request.Headers.Add("operationID", "test");
        if (token is not null)
            request.Headers.Add("token", token);
        using var response = await _http.SendAsync(request, Cancel);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    public async Task<string> AdminAsync() => _admin ??=
        (await PostAsync("/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" }))
        .GetProperty("data").GetProperty("token").GetString()!;

    /// <summary>A token of a user who is registered if he is not yet.</summary>
    public async Task<string> LoginAsync(string userID, int platformID = 2)
    {
        var admin = await AdminAsync();
        await PostAsync("/user/user_register", new { users = new[] { new { userID, nickname = userID } } }, admin);
        return (await PostAsync("/auth/get_user_token", new { userID, platformID }, admin))
            .GetProperty("data").GetProperty("token").GetString()!;
    }

    public async Task<ClientWebSocket> OpenAsync(string userID, string token, int platformID = 2, string more = "")
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(
            new Uri(Server.WsAddress, $"/?sendID={userID}&token={token}&platformID={platformID}&operationID=open"
                + $"&isBackground=false&sdkType=js{more}"),
            Cancel);
        return socket;
    }

    public async Task<ClientWebSocket> OpenAsync(string userID, int platformID = 2) =>
        await OpenAsync(userID, await LoginAsync(userID, platformID), platformID);

    /// <summary>Sends the text ping, which is answered with a pong.</summary>
    public static Task PingAsync(ClientWebSocket socket) =>
        SendAsync(socket, Text("""{"type":"ping"}"""), WebSocketMessageType.Text);

    public static Task SendAsync(
        ClientWebSocket socket, byte[] frame, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        socket.SendAsync(frame, type, endOfMessage: true, Cancel);

    public static Task AskAsync(ClientWebSocket socket, int reqIdentifier, string sendID, IMessage? message = null) =>
        SendAsync(socket, JsonSerializer.SerializeToUtf8Bytes(new
        {
            reqIdentifier, sendID, operationID = "op", msgIncr = "1", data = message?.ToByteArray(),
        }));

    /// <summary>The next message, or null when the connection has ended.</summary>
    public static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), Cancel).AsTask()
                    .WaitAsync(TimeSpan.FromSeconds(20), Cancel);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                length += part.Count;
                if (part.EndOfMessage)
                    return buffer[..length];
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>The next message as JSON, or null when the connection has ended.</summary>
    public static async Task<JsonElement?> ReceiveJsonAsync(ClientWebSocket socket) =>
        await ReceiveAsync(socket) is { } message ? JsonSerializer.Deserialize<JsonElement>(message) : null;

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
