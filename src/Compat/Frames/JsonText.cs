using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Frames;

/// <summary>
/// The JSON inside of <c>data</c>. One buffer and one writer a thread: a value is encoded here and then copied,
/// escaped, into its frame.
/// </summary>
internal static class JsonText
{
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _scratch;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>
    /// Keys in any case, as Go reads them. Contract types are source-generated; the legacy entities and lists of other
    /// types fall back to reflection.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = true,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(
            ContractsJsonContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>The same for what clients give.</summary>
    public static JsonSerializerOptions Given { get; } = new(Options)
    {
        Converters =
        {
            new NullIsAbsent<int>(JsonMetadataServices.Int32Converter),
            new NullIsAbsent<uint>(JsonMetadataServices.UInt32Converter),
            new NullIsAbsent<long>(JsonMetadataServices.Int64Converter),
            new NullIsAbsent<double>(JsonMetadataServices.DoubleConverter),
            new NullIsAbsent<bool>(JsonMetadataServices.BooleanConverter),
        },
    };

    /// <summary>A value as JSON, valid until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Encode(object value)
    {
        if (_scratch is null || _scratch.Capacity > LargestKept)
            _scratch = new ArrayBufferWriter<byte>(1024);
        _scratch.ResetWrittenCount();
        var json = _writer ??= new Utf8JsonWriter(
            _scratch, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });
        json.Reset(_scratch);
        JsonSerializer.Serialize(json, value, Options.GetTypeInfo(value.GetType()));
        json.Flush();
        return _scratch.WrittenSpan;
    }
}
