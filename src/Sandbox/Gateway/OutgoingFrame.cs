using System.IO.Compression;
using System.Net.WebSockets;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// A message on its way to connections: encoded once, compressed once, whatever the number of connections. Protocol
/// frames are binary messages, also in JSON; the first frame and pongs are text, which is never compressed.
/// </summary>
internal sealed class OutgoingFrame(byte[] payload, WebSocketMessageType type)
{
    private byte[]? _compressed;

    public OutgoingFrame(GatewayFrame frame)
        : this(FrameEncoder.Encode(frame), WebSocketMessageType.Binary)
    {
    }

    public WebSocketMessageType Type => type;

    public ReadOnlyMemory<byte> Payload(bool compressed) =>
        compressed && type == WebSocketMessageType.Binary ? _compressed ??= Compress(payload) : payload;

    private static byte[] Compress(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return output.ToArray();
    }
}
