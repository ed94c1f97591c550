using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

public sealed partial class ContractsJsonContext
{
    /// <summary>
    /// The same types, with only what JSON itself demands escaped: a Chinese text stays three bytes a character instead
    /// of six, and JSON inside a JSON string (<c>latestMsg</c>) does not double in size. For payloads of JSON, never
    /// for JSON inside HTML.
    /// </summary>
    public static ContractsJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
