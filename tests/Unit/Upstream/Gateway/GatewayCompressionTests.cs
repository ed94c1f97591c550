using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class GatewayCompressionTests
{
    [Fact]
    public async Task With_compression_requests_and_answers_are_gzip_and_a_larger_message_fits()
    {
        await using var peer = await GatewayPeer.ConnectAsync(configure: options => options.CompressGateway = true);
        var id = new string('x', 100_000);

        var sending = peer.Client.SendMessageAsync(new MsgData { ClientMsgID = id }, "op", GatewayPeer.Stop);
        var (_, bytes) = await peer.ReceiveAsync();
        var request = JsonSerializer.Deserialize<GatewayFrame>(Undo(bytes))!;
        var answer = request with { Data = new SendMsgResp { ClientMsgID = id }.ToByteArray() };
        await peer.SendBytesAsync(Gzip(JsonSerializer.SerializeToUtf8Bytes(answer)));

        Assert.Equal(id, MsgData.Parser.ParseFrom(request.Data).ClientMsgID);
        Assert.Equal(id, (await sending).Value!.ClientMsgID);
    }

    [Fact]
    public async Task A_small_frame_that_becomes_larger_than_the_limit_ends_the_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync(configure: options => options.CompressGateway = true);

        await peer.SendBytesAsync(Gzip(new byte[2_000_000]));

        Assert.Equal(GatewayEndReason.ProtocolError, (await peer.EndAsync()).Reason);
    }

    [Fact]
    public async Task A_frame_that_is_no_gzip_ends_the_connection()
    {
        await using var peer = await GatewayPeer.ConnectAsync(configure: options => options.CompressGateway = true);

        await peer.SendBytesAsync("""{"reqIdentifier":2001}"""u8.ToArray());

        Assert.Equal(GatewayEndReason.ProtocolError, (await peer.EndAsync()).Reason);
    }

    [Fact]
    public void What_cannot_be_compressed_grows_and_comes_back_as_it_was()
    {
        var random = new byte[51_000];
        new Random(17).NextBytes(random);
        var frame = ArrayPool<byte>.Shared.Rent(random.Length);
        random.CopyTo(frame, 0);

        var length = GatewayCompression.Compress(ref frame, random.Length);
        var back = GatewayCompression.Decompress(frame.AsSpan(0, length), 100_000, out var undone);

        Assert.True(length > random.Length);
        Assert.Equal(random, undone[..back]);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    private static byte[] Undo(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        gzip.CopyTo(target);
        return target.ToArray();
    }
}
