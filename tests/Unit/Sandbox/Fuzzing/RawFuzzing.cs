using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// What no client library would send: broken HTTP on both ports, handshakes with all kinds of arguments, and web
/// socket frames that break the protocol. The server answers what it likes and ends the connection once the client has.
/// </summary>
internal sealed class RawFuzzing(FuzzWorld world, Random random)
{
    private readonly FuzzValues _values = world.Values(random);
    private readonly byte[] _buffer = new byte[16 << 10];
    private string _token = "";
    private int _count;

    public async Task SendOneAsync(CancellationToken cancellationToken)
    {
        if (_count++ % 100 == 0)
            _token = await world.LoginAsync("alice", 2);
        var toGateway = _values.Chance(70);
        var sent = toGateway ? Gateway() : Rest();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FuzzWorld.Limit);
        using var tcp = new TcpClient { NoDelay = true };
        try
        {
            var address = toGateway ? world.Server.WsAddress : world.Server.ApiAddress;
            await tcp.ConnectAsync(address.Host, address.Port, limit.Token);
            await using var stream = tcp.GetStream();
            await stream.WriteAsync(sent, limit.Token);
            tcp.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(_buffer, limit.Token) > 0)
            {
            }
        }
        // Ended before all was sent or read.
        catch (Exception error) when (error is IOException or SocketException)
        {
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            world.Faults.Add($"A connection stayed open after {Convert.ToBase64String(sent)}");
        }
    }

    private byte[] Rest()
    {
        var request = "POST /user/get_users_info HTTP/1.1\r\nHost: x\r\noperationID: o\r\ntoken: "
            + $"{_token}\r\nContent-Length: 21\r\n\r\n" + """{"userIDs":["alice"]}""";
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(request, random.Next(1, 4))));
        return _values.Chance(90) ? new FuzzBytes(random, _values).Mutate(bytes) : bytes;
    }

    private byte[] Gateway()
    {
        var good = _values.Chance(60);
        var query = good
            ? $"sendID=alice&token={_token}&platformID=2&operationID=o&isBackground=false&sdkType=js&isMsgResp=true"
            : _values.Chance(50) ? Query() : $"v={Encoded()}";
        var handshake = Encoding.UTF8.GetBytes($"GET /?{query} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        if (!good && _values.Chance(20))
            handshake = new FuzzBytes(random, _values).Mutate(handshake);
        return good ? [.. handshake, .. Frames()] : handshake;
    }

    private string Query()
    {
        (string Name, string Usual)[] arguments =
        [
            ("sendID", "alice"), ("token", _token), ("platformID", "2"), ("operationID", "o"),
            ("isBackground", "false"),
            ("sdkType", "js"), ("isMsgResp", "true"), ("compression", "gzip"), ("v", ""),
        ];
        return string.Join('&', arguments.Select(argument =>
        {
            var strange = _values.Chance(50) ? Uri.EscapeDataString(_values.Anything()) : "%c3%28%ff%";
            return $"{argument.Name}={(_values.Chance(80) ? argument.Usual : strange)}";
        }));
    }

    private string Encoded() => _values.Chance(10)
        ? Uri.EscapeDataString(_values.Anything())
        : System.Buffers.Text.Base64Url.EncodeToString(_values.Chance(30)
            ? new FuzzJson(random, _values, 20).Of(null)
            : new FuzzBytes(random, _values).Mutate(JsonSerializer.SerializeToUtf8Bytes(new
            {
                token = _token, userID = "alice", platformID = 2, operationID = "o", sdkType = "js",
                sendResponse = _values.Chance(50), compression = _values.Chance(50) ? "gzip" : "",
            })));

    /// <summary>
    /// Frames with any opcode, reserved bits, lengths that are not true, in fragments and without a mask.
    /// </summary>
    private byte[] Frames()
    {
        var frames = new MemoryStream();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var payload = _values.Chance(50)
                ? """{"reqIdentifier":1001,"sendID":"alice","operationID":"o","data":"CgVhbGljZQ=="}"""u8.ToArray()
                : new FuzzBytes(random, _values).Noise(200);
            var opcode = _values.Chance(60) ? 2 : random.Next(16);
            var final = _values.Chance(80) ? 0x80 : 0;
            var reserved = _values.Chance(5) ? random.Next(8) << 4 : 0;
            frames.WriteByte((byte)(final | reserved | opcode));
            WriteLength(frames, payload.Length);
            frames.Write(new byte[4]);
            frames.Write(payload);
        }
        return frames.ToArray();
    }

    private void WriteLength(MemoryStream frames, int length)
    {
        var mask = _values.Chance(95) ? 0x80 : 0;
        Span<byte> number = stackalloc byte[8];
        if (_values.Chance(3))
        {
            BinaryPrimitives.WriteUInt64BigEndian(number, _values.Chance(50) ? ulong.MaxValue : 1UL << 40);
            frames.WriteByte((byte)(mask | 127));
            frames.Write(number);
        }
        else if (length > 125)
        {
            BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)length);
            frames.WriteByte((byte)(mask | 126));
            frames.Write(number[..2]);
        }
        else
            frames.WriteByte((byte)(mask | length));
    }
}
