using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What the <c>uploadID</c> of clients holds. It says the hash, since an upload whose file came by other ways meanwhile
/// can be completed even when the upload itself is gone.
/// </summary>
internal sealed record UploadID(UploadKind Type, string ID, long Size, string Hash)
{
    public override string ToString() => OpaqueID.Write(this, ObjectsJson.Default.UploadID);
}

/// <summary>How the bytes of an upload come.</summary>
internal enum UploadKind
{
    /// <summary>In several requests, each with a signature of its own.</summary>
    Multipart = 1,

    /// <summary>In one request; its URL was signed from the start.</summary>
    Presigned = 2,
}

/// <summary>What the <c>id</c> of a form upload holds.</summary>
internal sealed record FormUploadID(
    string ID, string Key, string Name, long Size, string ContentType, string Group)
{
    public override string ToString() => OpaqueID.Write(this, ObjectsJson.Default.FormUploadID);
}

/// <summary>
/// Ids that clients hand back without looking into them: JSON in base64, as on the real server. They are not secret and
/// not signed; nothing may be done on the word of an id alone.
/// </summary>
internal static class OpaqueID
{
    public static string Write<T>(T value, JsonTypeInfo<T> type) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>What the id holds, or the reader's complaint.</summary>
    public static (T? Value, string Complaint) Read<T>(string id, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return (JsonSerializer.Deserialize(Base64Url.DecodeFromChars(id), type), "the id is null");
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return (null, error.Message);
        }
    }
}
