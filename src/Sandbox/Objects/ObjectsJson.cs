using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The forms in which the records of this feature, and its opaque ids, are written.</summary>
[JsonSerializable(typeof(StoredContent))]
[JsonSerializable(typeof(ObjectEntry))]
[JsonSerializable(typeof(PendingUpload))]
[JsonSerializable(typeof(UploadID))]
[JsonSerializable(typeof(FormUploadID))]
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class ObjectsJson : JsonSerializerContext;
