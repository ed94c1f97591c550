using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Google.Protobuf;

namespace OpenIM.SignalR.Upstream;

/// <summary>
/// The JSON around a protobuf message, without a string or a copy in between: a request is written into one rented
/// buffer, base64 made in place; an answer is read where it was received, base64 undone in place.
/// <code>
/// {"reqIdentifier":1003,"sendID":"alice","operationID":"…","msgIncr":"17","data":"base64"}
/// {"reqIdentifier":1003,"msgIncr":"17","operationID":"…","errCode":0,"errMsg":"","data":"base64" or null}
/// </code>
/// </summary>
internal static class GatewayCodec
{
    /// <summary>
    /// A received frame; <see cref="Data"/> points into the buffer that was read, and is empty when there was none.
    /// </summary>
    public readonly ref struct Frame
    {
        public int ReqIdentifier { get; init; }
        public long MsgIncr { get; init; }
        public string OperationID { get; init; }
        public int ErrCode { get; init; }
        public string ErrMsg { get; init; }
        public ReadOnlySpan<byte> Data { get; init; }
    }

    /// <summary>
    /// Writes a request and returns its length. <paramref name="buffer"/> comes from the shared pool and goes back
    /// there.
    /// </summary>
    public static int Write(
        int reqIdentifier, JsonEncodedText sendID, string operationID, long msgIncr, IMessage message,
        out byte[] buffer)
    {
        var size = message.CalculateSize();
        var operation = JsonEncodedText.Encode(operationID, OpenImJson.Options.Encoder).EncodedUtf8Bytes;
        buffer = ArrayPool<byte>.Shared.Rent(
            128 + sendID.EncodedUtf8Bytes.Length + operation.Length + Base64.GetMaxEncodedToUtf8Length(size));
        var at = 0;
        Append(buffer, ref at, "{\"reqIdentifier\":"u8);
        Append(buffer, ref at, reqIdentifier);
        Append(buffer, ref at, ",\"sendID\":\""u8);
        Append(buffer, ref at, sendID.EncodedUtf8Bytes);
        Append(buffer, ref at, "\",\"operationID\":\""u8);
        Append(buffer, ref at, operation);
        Append(buffer, ref at, "\",\"msgIncr\":\""u8);
        Append(buffer, ref at, msgIncr);
        Append(buffer, ref at, "\",\"data\":\""u8);
        message.WriteTo(buffer.AsSpan(at, size));
        Base64.EncodeToUtf8InPlace(buffer.AsSpan(at), size, out var encoded);
        at += encoded;
        Append(buffer, ref at, "\"}"u8);
        return at;
    }

    /// <summary>Reads an answer or a push; <paramref name="json"/> is overwritten.</summary>
    /// <exception cref="JsonException">It is no frame.</exception>
    public static Frame Read(Span<byte> json)
    {
        int reqIdentifier = 0, errCode = 0;
        long msgIncr = 0;
        string operationID = "", errMsg = "";
        var data = default(Range);
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("A frame is an object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("reqIdentifier"u8))
                    reqIdentifier = Value(ref reader).GetInt32();
                else if (reader.ValueTextEquals("msgIncr"u8))
                    msgIncr = Number(ref Value(ref reader));
                else if (reader.ValueTextEquals("operationID"u8))
                    operationID = Value(ref reader).GetString() ?? "";
                else if (reader.ValueTextEquals("errCode"u8))
                    errCode = Value(ref reader).GetInt32();
                else if (reader.ValueTextEquals("errMsg"u8))
                    errMsg = Value(ref reader).GetString() ?? "";
                else if (reader.ValueTextEquals("data"u8))
                    data = Position(ref Value(ref reader));
                else
                    Value(ref reader).Skip();
            }
            if (reader.Read())
                throw new JsonException("A frame is one object.");
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new JsonException("A frame's field has the wrong type.", error);
        }
        return new Frame
        {
            ReqIdentifier = reqIdentifier, MsgIncr = msgIncr, OperationID = operationID,
            ErrCode = errCode, ErrMsg = errMsg, Data = Decode(json[data]),
        };
    }

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }

    /// <summary>Our own numbers come back as text; a push has the empty text, which is 0.</summary>
    private static long Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out long number, out _)
            ? number
            : 0;

    private static Range Position(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
            throw new JsonException("data is base64.");
        var start = (int)reader.TokenStartIndex + 1;
        return start..(start + reader.ValueSpan.Length);
    }

    private static ReadOnlySpan<byte> Decode(Span<byte> base64) =>
        Base64.DecodeFromUtf8InPlace(base64, out var length) == OperationStatus.Done
            ? base64[..length]
            : throw new JsonException("data is base64.");

    private static void Append(byte[] buffer, ref int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(at));
        at += text.Length;
    }

    private static void Append(byte[] buffer, ref int at, long number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(at), out var written);
        at += written;
    }
}
