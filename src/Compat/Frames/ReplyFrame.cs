using System.Text.Encodings.Web;
using System.Text.Json;
using OpenIM.SignalR.Compat.Connections;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>
/// Writes what goes to a legacy client, reply or event: always the five keys <c>event</c>, <c>errCode</c>,
/// <c>errMsg</c>,
/// <c>data</c> and <c>operationID</c> in this order, and <c>data</c> always a string.
/// </summary>
internal static class ReplyFrame
{
    private static readonly JsonEncodedText Event = JsonEncodedText.Encode("event");
    private static readonly JsonEncodedText ErrCode = JsonEncodedText.Encode("errCode");
    private static readonly JsonEncodedText ErrMsg = JsonEncodedText.Encode("errMsg");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText OperationId = JsonEncodedText.Encode("operationID");

    // Frames are read by JSON parsers, never as HTML: only what JSON demands is escaped.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static FrameBuilder? _builder;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Sends a frame whose <c>data</c> is the given text.</summary>
    public static void Send(
        LegacyConnection connection, string name, int errCode, string errMsg, ReadOnlySpan<byte> data,
        ReadOnlySpan<char> operationId) =>
        connection.Send(Build(connection.FrameKind, name, errCode, errMsg, data, operationId));

    public static OutgoingFrame Build(
        FrameKind kind, string name, int errCode, string errMsg, ReadOnlySpan<byte> data,
        ReadOnlySpan<char> operationId)
    {
        var frame = (_builder ??= new FrameBuilder()).Begin();
        var json = _writer ??= new Utf8JsonWriter(frame, Options);
        json.Reset(frame);
        json.WriteStartObject();
        json.WriteString(Event, name);
        json.WriteNumber(ErrCode, errCode);
        json.WriteString(ErrMsg, errMsg);
        json.WriteString(Data, data);
        json.WriteString(OperationId, operationId);
        json.WriteEndObject();
        json.Flush();
        return frame.Finish(kind);
    }
}
