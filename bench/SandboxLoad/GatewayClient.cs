using System.Buffers.Text;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.SandboxLoad;

/// <summary>
/// One connection of the message gateway, as cheap as the generator needs it: frames are not parsed, only the few keys
/// are looked for that tell an answer from a push. The time of sending travels in the operationID, which the pushes
/// that a request causes carry.
/// </summary>
internal sealed class GatewayClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly string _userID;
    private volatile bool _disposed;

    private GatewayClient(string userID) => _userID = userID;

    /// <summary>Gets the time of sending (a timestamp) of an answered request and whether it went well.</summary>
    public Action<long, bool>? Answered { get; set; }

    /// <summary>Gets the time of sending of a pushed message.</summary>
    public Action<long>? Pushed { get; set; }

    public static async Task<GatewayClient> OpenAsync(Uri ws, string userID, string token, int platformID)
    {
        var client = new GatewayClient(userID);
        client._socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        await client._socket.ConnectAsync(
            new Uri(ws, $"/?sendID={userID}&token={token}&platformID={platformID}&operationID=open"
                + "&isBackground=false&sdkType=js"),
            CancellationToken.None);
        _ = client.ReadAsync();
        return client;
    }

    public Task SendTextAsync(string sendID, string recvID) => SendAsync(Message(sendID, recvID, "", sessionType: 1));

    public Task SendToGroupAsync(string groupID) => SendAsync(Message(_userID, "", groupID, sessionType: 3));

    public void Dispose()
    {
        _disposed = true;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SendAsync(MsgData message)
    {
        var (now, data) = (Stopwatch.GetTimestamp(), message.ToByteString().ToBase64());
        var head = $$"""{"reqIdentifier":1003,"sendID":"{{_userID}}","operationID":"{{now}}","msgIncr":"1",""";
        var frame = Encoding.UTF8.GetBytes($$"""{{head}}"data":"{{data}}"}""");
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    // A message as the SDK makes it.
    private static MsgData Message(string sendID, string recvID, string groupID, int sessionType) => new()
    {
        SendID = sendID,
        RecvID = recvID,
        GroupID = groupID,
        ClientMsgID = Guid.NewGuid().ToString("N"),
        SenderPlatformID = 2,
        SenderNickname = "a user of the benchmark",
        SessionType = sessionType,
        MsgFrom = 100,
        ContentType = 101,
        Content = ByteString.CopyFromUtf8("""{"content":"hello, this is a message of ordinary length"}"""),
        CreateTime = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        Status = 1,
        OfflinePushInfo = new OfflinePushInfo { Title = "you have a new message", IOSBadgeCount = true },
    };

    private async Task ReadAsync()
    {
        var buffer = new byte[16 << 10];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length)
                        Array.Resize(ref buffer, length * 2);
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                Take(buffer.AsSpan(0, length));
            }
        }
        catch (WebSocketException error)
        {
            if (_disposed)
                return;
            await Console.Error.WriteLineAsync($"A connection was lost: {error.Message}");
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        var key = "\"operationID\":\""u8;
        var at = frame.IndexOf(key);
        if (at < 0 || !Utf8Parser.TryParse(frame[(at + key.Length)..], out long sentAt, out _))
            return;
        if (frame.StartsWith("{\"reqIdentifier\":2001,"u8))
            Pushed?.Invoke(sentAt);
        else
            Answered?.Invoke(sentAt, frame.IndexOf("\"errCode\":0,"u8) > 0);
    }
}
