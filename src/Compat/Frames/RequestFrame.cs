using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>
/// One request of a legacy client: a JSON object whose keys <c>reqFuncName</c>, <c>operationID</c>, <c>data</c>,
/// <c>userID</c> (strings) and <c>batchMsg</c> (integer) are all optional, in any case and order. Unknown keys are
/// ignored, a null counts as absent, of a repeated key the last one counts.
/// </summary>
internal ref struct RequestFrame
{
    private byte[]? _unescaped;

    /// <summary>The function's name as sent; empty when absent.</summary>
    public string Function { get; private set; } = "";

    public string OperationId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    /// <summary>The text of <c>data</c> without its JSON escapes, as UTF-8; empty when absent.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Null when it is absent, as in every frame but the Login of npm 2.1 and later.</summary>
    public long? BatchMsg { get; private set; }

    /// <summary>The first key that had a value of the wrong type, or null.</summary>
    public string? WrongType { get; private set; }

    /// <summary>Whether the frame was no JSON object at all. The other members are then empty.</summary>
    public bool IsMalformed { get; private set; }

    private RequestFrame(bool isMalformed) => IsMalformed = isMalformed;

    /// <summary>Reads a frame; never throws. To be disposed when <see cref="Data"/> is no longer needed.</summary>
    public static RequestFrame Read(ReadOnlySpan<byte> utf8)
    {
        var frame = new RequestFrame(isMalformed: false);
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
                return new RequestFrame(isMalformed: true);

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                frame.ReadMember(ref reader);

            // Anything behind the object is an error, which the next read finds.
            reader.Read();
            return frame;
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            frame.Dispose();
            return new RequestFrame(isMalformed: true);
        }
    }

    /// <summary>Whether a frame is a Login.</summary>
    public static bool IsLogin(ReadOnlySpan<byte> utf8)
    {
        var frame = Read(utf8);
        frame.Dispose();
        return frame.Function == "Login";
    }

    public void Dispose()
    {
        if (_unescaped is null)
            return;
        ArrayPool<byte>.Shared.Return(_unescaped);
        _unescaped = null;
        Data = default;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        // A key written with escapes is none that a client sends.
        var key = reader.ValueSpan;
        if (Is(key, "data"u8))
            ReadData(ref reader);
        else if (Is(key, "operationID"u8))
            OperationId = ReadText(ref reader, "operationID") ?? OperationId;
        else if (Is(key, "reqFuncName"u8))
            Function = ReadText(ref reader, "reqFuncName") ?? Function;
        else if (Is(key, "userID"u8))
            UserId = ReadText(ref reader, "userID") ?? UserId;
        else if (Is(key, "batchMsg"u8))
            ReadBatchMsg(ref reader);
        else
            reader.Skip();
    }

    // The one big value: most frames carry their arguments in it, so it stays UTF-8.
    private void ReadData(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            Mismatch(ref reader, "data");
            return;
        }

        Dispose();
        if (!reader.ValueIsEscaped)
        {
            Data = reader.ValueSpan;
            return;
        }

        _unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        Data = _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    private string? ReadText(ref Utf8JsonReader reader, string key)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        Mismatch(ref reader, key);
        return null;
    }

    private void ReadBatchMsg(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value))
            BatchMsg = value;
        else
            Mismatch(ref reader, "batchMsg");
    }

    private void Mismatch(ref Utf8JsonReader reader, string key)
    {
        if (reader.TokenType != JsonTokenType.Null)
            WrongType ??= key;
        reader.Skip();
    }

    private static bool Is(ReadOnlySpan<byte> key, ReadOnlySpan<byte> name) =>
        key.Length == name.Length && Ascii.EqualsIgnoreCase(key, name);
}
