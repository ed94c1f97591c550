using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The forms in which the records of this feature are written.</summary>
[JsonSerializable(typeof(PushDevice))]
[JsonSerializable(typeof(int))]
internal sealed partial class ThirdJson : JsonSerializerContext;
