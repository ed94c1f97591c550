using System.Text.Json.Serialization;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The gateway's frames as Go reads them: the case of keys does not matter, unknown keys are passed over.
/// </summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(TextFrame))]
[JsonSerializable(typeof(HandshakeArguments.Encoded))]
internal sealed partial class GatewayJson : JsonSerializerContext;
