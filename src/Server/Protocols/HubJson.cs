using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>The JSON of arguments, results and events, in every hub protocol: OpenIM's keys and omissions.</summary>
internal static class HubJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        // Contracts are source-generated. A result's runtime type may be any list of them, which the second resolver composes from
        // their metadata.
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ContractsJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        // Chats are full of characters that only HTML would want escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };
}
