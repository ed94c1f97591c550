using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// Frames of the message gateway, many on a connection. What the gateway does not understand ends the connection; all
/// else is answered by a frame with an errCode. So after some frames a ping is sent, and either its pong comes or the
/// end.
/// </summary>
internal sealed class FrameFuzzing(FuzzWorld world, Random random) : IDisposable
{
    private const int FramesAtOnce = 30;
    private const string MsgIncr = "1";

    private static readonly (int Request, MessageDescriptor Type)[] Requests =
    [
        (GatewayRequest.GetNewestSeq, GetMaxSeqReq.Descriptor),
        (GatewayRequest.PullMsgBySeqList, PullMessageBySeqsReq.Descriptor),
        (GatewayRequest.SendMsg, MsgData.Descriptor),
        (GatewayRequest.SendMsg, MsgData.Descriptor),
        (1004, MsgData.Descriptor),
        (GatewayRequest.PullMsg, GetSeqMessageReq.Descriptor),
        (GatewayRequest.GetConvMaxReadSeq, GetConversationsHasReadAndMaxSeqReq.Descriptor),
        (GatewayRequest.PullConvLastMessage, GetLastMessageReq.Descriptor),
        (GatewayRequest.SetBackgroundStatus, SetAppBackgroundStatusReq.Descriptor),
        (GatewayRequest.SubUserOnlineStatus, SubUserOnlineStatus.Descriptor),
        (GatewayRequest.Logout, DelUserPushTokenReq.Descriptor),
    ];

    private readonly FuzzValues _values = world.Values(random);
    private ClientWebSocket? _socket;
    private string _userID = "";
    private bool _isCompressed;
    private int _answered;

    /// <summary>
    /// Sends some frames and waits for what becomes of them.
    /// </summary>
    /// <returns>How many the server has read for certain: those that it answered, and the one that ended the
    /// connection.</returns>
    public async Task<int> SendSomeAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FuzzWorld.Limit);
        _answered = 0;
        var last = Array.Empty<byte>();
        try
        {
            _socket ??= await OpenAsync(limit.Token);
            for (var sent = 0; sent < FramesAtOnce; sent++)
            {
                (last, var type) = Frame();
                await _socket.SendAsync(last, type, endOfMessage: true, limit.Token);
            }
            await _socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Text, true, limit.Token);
            await ReadToPongAsync(limit.Token);
        }
        // The gateway ended the connection, by a frame that it does not understand or by the login policy.
        catch (Exception error) when (error is WebSocketException or IOException)
        {
            Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            world.Faults.Add($"A connection hung after {Convert.ToBase64String(last)}");
            Dispose();
        }
        return _socket is null ? _answered + 1 : _answered;
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<ClientWebSocket> OpenAsync(CancellationToken cancellationToken)
    {
        var platformID = random.Next(1, 10);
        _userID = _values.User();
        _isCompressed = _values.Chance(25);
        var token = _userID == "imAdmin" ? await world.AdminAsync() : await world.LoginAsync(_userID, platformID);
        if (_userID == "imAdmin")
            platformID = 10;
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(
            new Uri(world.Server.WsAddress, $"/?sendID={Uri.EscapeDataString(_userID)}&token={token}"
                + $"&platformID={platformID}&operationID=o&isBackground=false&sdkType=js&isMsgResp=true"
                + (_isCompressed ? "&compression=gzip" : "")),
            cancellationToken);
        return socket;
    }

    private async Task ReadToPongAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 << 10];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, length * 2);
                part = await _socket!.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                Dispose();
                return;
            }
            if (part.MessageType == WebSocketMessageType.Binary)
                Check(buffer.AsSpan(0, length));
            else if (buffer.AsSpan(0, length).IndexOf("pong"u8) >= 0)
                return;
        }
    }

    private void Check(ReadOnlySpan<byte> message)
    {
        var output = new MemoryStream();
        if (_isCompressed)
        {
            using var gzip = new GZipStream(new MemoryStream(message.ToArray()), CompressionMode.Decompress);
            gzip.CopyTo(output);
        }
        else
            output.Write(message);
        using var frame = JsonDocument.Parse(output.ToArray());
        var errCode = frame.RootElement.GetProperty("errCode").GetInt32();
        // 500 is what an unknown failure is answered with: a request that is no protobuf is one, a rule's exception is
        // in the log.
        if (errCode < 0)
            world.Faults.Add($"errCode {errCode}");
        // Pushes have no number.
        if (frame.RootElement.GetProperty("msgIncr").GetString() == MsgIncr)
            _answered++;
    }

    private (byte[] Frame, WebSocketMessageType Type) Frame()
    {
        var bytes = new FuzzBytes(random, _values);
        var (request, type) = Requests[random.Next(Requests.Length)];
        // Logging out ends the connection, so it must be rare; and so must the other ends.
        if (request == GatewayRequest.Logout && !_values.Chance(10))
            (request, type) = Requests[0];
        var data = Data(bytes, type);
        return random.Next(200) switch
        {
            < 190 => (Packed(Envelope($"{request}", data)), WebSocketMessageType.Binary),
            < 194 => (Packed(bytes.Mutate(Envelope($"{request}", data))), WebSocketMessageType.Binary),
            < 196 => (Packed(new FuzzJson(random, _values, 10).Of(typeof(GatewayFrame))), WebSocketMessageType.Binary),
            < 198 => (Text(), WebSocketMessageType.Text),
            _ => (Special(bytes), WebSocketMessageType.Binary),
        };
    }

    private byte[] Data(FuzzBytes bytes, MessageDescriptor type)
    {
        if (_values.Chance(3))
            return random.Next(3) switch { 0 => [], 1 => bytes.Deep(), _ => bytes.Noise(200) };
        var message = bytes.Message(type);
        if (message is MsgData sent && !_values.Chance(10))
            sent.SendID = _userID;
        else if (type.FindFieldByName("userID") is { } user && !_values.Chance(10))
            user.Accessor.SetValue(message, _userID);
        var data = Google.Protobuf.MessageExtensions.ToByteArray(message);
        return _values.Chance(25) ? bytes.Mutate(data) : data;
    }

    private byte[] Envelope(string request, byte[] data) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        reqIdentifier = int.Parse(request), sendID = _userID, operationID = "op", msgIncr = MsgIncr, data,
    });

    private byte[] Text() => _values.Chance(50)
        ? """{"type":"ping","body":{"a":[1,2,{"b":null}]}}"""u8.ToArray()
        : Encoding.UTF8.GetBytes(_values.Anything());

    private byte[] Special(FuzzBytes bytes) => random.Next(7) switch
    {
        0 => [],
        1 => new byte[51_201 + random.Next(10_000)],
        2 => FuzzBytes.Compress(new byte[16 << 20]),
        3 => FuzzBytes.Compress(Envelope("1001", []))[..^random.Next(1, 12)],
        4 => Packed(Envelope($"{random.Next(0, 3000)}", bytes.Noise(100))),
        5 => Packed([.. Enumerable.Repeat((byte)'[', 40_000)]),
        _ => bytes.Noise(2000),
    };

    private byte[] Packed(byte[] frame) => _isCompressed ? FuzzBytes.Compress(frame) : frame;
}
