using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenIM.SignalR.Upstream;

/// <summary>How JSON is read from and written to an OpenIM server.</summary>
public static class OpenImJson
{
    /// <summary>
    /// Protobuf messages in Go's form, other types with the keys that they declare; case of keys is ignored.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new ProtobufJsonConverter() },
        PropertyNameCaseInsensitive = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
