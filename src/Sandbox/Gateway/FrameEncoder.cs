using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Writes what the gateway sends. By hand because all keys are always there and <c>data</c> is null or "" with
/// different meanings: no answer message, and one without content.
/// </summary>
internal static class FrameEncoder
{
    private const int MaxKeptBytes = 64 * 1024;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText ReqIdentifier = JsonEncodedText.Encode("reqIdentifier");
    private static readonly JsonEncodedText MsgIncr = JsonEncodedText.Encode("msgIncr");
    private static readonly JsonEncodedText OperationID = JsonEncodedText.Encode("operationID");
    private static readonly JsonEncodedText ErrCode = JsonEncodedText.Encode("errCode");
    private static readonly JsonEncodedText ErrMsg = JsonEncodedText.Encode("errMsg");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _threadBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _threadWriter;

    public static byte[] Encode(GatewayFrame frame)
    {
        var buffer = _threadBuffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _threadWriter ??= new Utf8JsonWriter(buffer, WriterOptions);
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteNumber(ReqIdentifier, frame.ReqIdentifier);
        writer.WriteString(MsgIncr, frame.MsgIncr);
        writer.WriteString(OperationID, frame.OperationID);
        writer.WriteNumber(ErrCode, frame.ErrCode);
        writer.WriteString(ErrMsg, frame.ErrMsg);
        if (frame.Data is null)
            writer.WriteNull(Data);
        else
            writer.WriteBase64String(Data, frame.Data);
        writer.WriteEndObject();
        writer.Flush();
        var encoded = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MaxKeptBytes)
            (_threadBuffer, _threadWriter) = (null, null);
        return encoded;
    }
}
