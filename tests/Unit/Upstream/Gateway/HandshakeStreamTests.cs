using System.Text;
using CsCheck;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Unit.Upstream.Gateway;

public sealed class HandshakeStreamTests
{
    private const string Head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task However_the_answer_arrives_its_head_is_read_before_the_release_and_the_frames_after_it() =>
        Gen.Select(Gen.Int[0, 40].Array[0, 12], Gen.Int[1, 50]).SampleAsync(async (cuts, size) =>
        {
            var answer = Encoding.ASCII.GetBytes(Head + "\r\n\r\nfirst frame, \r\n\r\nsecond frame");
            var connection = new Pieces(answer, cuts);
            var stream = new HandshakeStream(connection);

            Assert.Equal(Head, await Read(stream, size, text => text.EndsWith("\r\n\r\n", StringComparison.Ordinal)));
            var released = stream.Release();
            await stream.DisposeAsync();

            Assert.False(connection.IsDisposed);
            Assert.Equal(
                "\r\n\r\nfirst frame, \r\n\r\nsecond frame",
                await Read(released, size, text => text.EndsWith("second frame", StringComparison.Ordinal)));
            await released.DisposeAsync();
            Assert.True(connection.IsDisposed);
        }, iter: 300);

    [Fact]
    public async Task An_answer_with_a_body_is_read_to_its_end_and_takes_the_connection_along()
    {
        const string Refusal = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"errCode\":1501}";
        var connection = new Pieces(Encoding.ASCII.GetBytes(Refusal), []);
        var stream = new HandshakeStream(connection);

        Assert.Equal(Refusal, await Read(stream, 7, text => text.Length == Refusal.Length));
        await stream.DisposeAsync();

        Assert.True(connection.IsDisposed);
    }

    private static async Task<string> Read(Stream stream, int size, Func<string, bool> isAll)
    {
        var text = "";
        var buffer = new byte[size];
        while (!isAll(text))
        {
            var read = await stream.ReadAsync(buffer, Cancel);
            Assert.NotEqual(0, read);
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }
        return text;
    }

    /// <summary>Gives its bytes in pieces of these lengths and then all at once.</summary>
    private sealed class Pieces(byte[] bytes, int[] lengths) : MemoryStream(bytes)
    {
        private int _piece;

        public bool IsDisposed { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = _piece < lengths.Length ? Math.Max(1, lengths[_piece++]) : int.MaxValue;
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, length)], cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
