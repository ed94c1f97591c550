using System.Text.Json;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// <c>{"errCode","errMsg","errDlt","data"}</c>: the form of every REST answer. <c>data</c> is absent on errors and
/// when the answer message has no fields, but present as <c>null</c> when a list that is the whole answer is empty.
/// </summary>
internal static class Envelope
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = OpenImJson.Options.Encoder };
    private static readonly JsonEncodedText ErrCode = JsonEncodedText.Encode("errCode");
    private static readonly JsonEncodedText ErrMsg = JsonEncodedText.Encode("errMsg");
    private static readonly JsonEncodedText ErrDlt = JsonEncodedText.Encode("errDlt");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    public static ValueTask<System.IO.Pipelines.FlushResult> WriteErrorAsync(HttpContext context, ServerError error)
    {
        using (var writer = Begin(context, error))
            writer.WriteEndObject();
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static ValueTask<System.IO.Pipelines.FlushResult> WriteEmptyAsync(HttpContext context)
    {
        using (var writer = Begin(context, null))
            writer.WriteEndObject();
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static ValueTask<System.IO.Pipelines.FlushResult> WriteDataAsync<T>(HttpContext context, T data)
    {
        using (var writer = Begin(context, null))
        {
            writer.WritePropertyName(Data);
            JsonSerializer.Serialize(writer, data, OpenImJson.Options);
            writer.WriteEndObject();
        }
        return context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static Utf8JsonWriter Begin(HttpContext context, ServerError? error)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var writer = new Utf8JsonWriter(context.Response.BodyWriter, WriterOptions);
        writer.WriteStartObject();
        WriteError(writer, error);
        return writer;
    }

    /// <summary>The three members that the gateway's handshake answers have too.</summary>
    public static void WriteError(Utf8JsonWriter writer, ServerError? error)
    {
        writer.WriteNumber(ErrCode, error?.Code ?? 0);
        writer.WriteString(ErrMsg, error?.Name ?? "");
        writer.WriteString(ErrDlt, error?.Detail ?? "");
    }
}
