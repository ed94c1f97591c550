namespace OpenIM.SignalR.Upstream;

/// <summary>Where the OpenIM server is and how long it may take to answer.</summary>
public sealed class UpstreamOptions
{
    /// <summary>
    /// The REST API, <c>http</c> or <c>https</c>; a path in front of OpenIM's own (behind a proxy) is kept.
    /// </summary>
    public Uri ApiAddress { get; set; } = new("http://127.0.0.1:10002");

    /// <summary>
    /// The message gateway, <c>ws</c> or <c>wss</c>; behind OpenIM's usual proxy it has the path <c>/msg_gateway</c>.
    /// </summary>
    public Uri WsAddress { get; set; } = new("ws://127.0.0.1:10001");

    /// <summary>
    /// The longest that a REST request, a request over the message gateway, or a handshake with it may take, answer
    /// included. The default, 10 s, is the one of OpenIM's SDKs.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The largest answer taken from REST or from the message gateway, in bytes; what is larger ends the request or the
    /// connection. A REST answer may be twice as large. The default holds the hundred messages that a request asks for
    /// at most, each as long as OpenIM takes them (51,200 bytes, a third more in base64): with the SDKs' own limit, 1
    /// MiB, twenty long messages in a row would cut off whoever reads them.
    /// </summary>
    public int MaxFrameBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>
    /// gzip on the message gateway. Off by default: a frame costs several times the CPU with it and holds a
    /// compressor's window while it is made, which pays only where the line to OpenIM is slow or metered.
    /// </summary>
    public bool CompressGateway { get; set; }
}
