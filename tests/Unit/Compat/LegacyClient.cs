using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>A raw client of the legacy frames. Every wait ends after ten seconds.</summary>
internal sealed class LegacyClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private int _operations;

    public WebSocketMessageType Kind { get; set; } = WebSocketMessageType.Text;

    public static async Task<LegacyClient> OpenAsync(Uri address, string query, string path = "/")
    {
        var client = new LegacyClient();
        var uri = new UriBuilder(address) { Scheme = "ws", Path = path, Query = query }.Uri;
        await client._socket.ConnectAsync(uri, TestContext.Current.CancellationToken);
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(ReadOnlyMemory<byte> bytes, bool endOfMessage = true) =>
        _socket.SendAsync(bytes, Kind, endOfMessage, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Sends a request and returns its operationID.</summary>
    public async Task<string> RequestAsync(string function, string data, string userId = "")
    {
        var operationId = $"op{Interlocked.Increment(ref _operations)}";
        await SendAsync(JsonSerializer.Serialize(new { data, operationID = operationId, userID = userId, reqFuncName = function }));
        return operationId;
    }

    /// <summary>Sends a v3 request and reads until its reply.</summary>
    public async Task<Frame> CallV3Async(string function, params object?[] arguments)
    {
        var operationId = await RequestAsync(function, JsonSerializer.Serialize(arguments));
        return await ReadReplyAsync(operationId);
    }

    /// <summary>Sends a v2 request and reads until its reply.</summary>
    public async Task<Frame> CallV2Async(string userId, string function, string data = "")
    {
        var operationId = await RequestAsync(function, data, userId);
        return await ReadReplyAsync(operationId);
    }

    public async Task<Frame> ReadReplyAsync(string operationId)
    {
        while (true)
        {
            var frame = await ReadAsync();
            if (frame.Event == "closed")
                Assert.Fail($"Closed with {frame.ErrCode} instead of an answer.");
            if (frame.OperationId == operationId)
                return frame;
        }
    }

    /// <summary>The next frame, or the end of the connection with its code (1006: without a close frame).</summary>
    public async Task<Frame> ReadAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer, timeout.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return new Frame("closed", (int)_socket.CloseStatus!, _socket.CloseStatusDescription ?? "", "", "", Kind);
                message.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;
                using var json = JsonDocument.Parse(message.ToArray());
                var root = json.RootElement;
                return new Frame(
                    root.GetProperty("event").GetString()!, root.GetProperty("errCode").GetInt32(),
                    root.GetProperty("errMsg").GetString()!, root.GetProperty("data").GetString()!,
                    root.GetProperty("operationID").GetString()!, received.MessageType);
            }
        }
        catch (WebSocketException)
        {
            return new Frame("closed", 1006, "", "", "", Kind);
        }
    }

    /// <summary>The next message, whatever it is.</summary>
    public async Task<string> ReadTextAsync()
    {
        var buffer = new byte[4096];
        var received = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    /// <summary>Goes away without a word.</summary>
    public void Vanish() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    internal sealed record Frame(
        string Event, int ErrCode, string ErrMsg, string Data, string OperationId, WebSocketMessageType Kind)
    {
        public JsonElement Parse() => JsonDocument.Parse(Data).RootElement;
    }
}
