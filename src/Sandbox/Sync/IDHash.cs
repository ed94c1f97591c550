using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The number by which client and server compare lists of ids: the first eight bytes of the MD5 of the ids as a compact
/// JSON array, in the server's order; 0 for none.
/// </summary>
internal static class IDHash
{
    private static readonly JsonSerializerOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ulong Of(IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0)
            return 0;
#pragma warning disable CA5351 // MD5 is what both sides agreed on; nothing is protected by it.
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(AsGoWrites(JsonSerializer.Serialize(ids, Compact))));
#pragma warning restore CA5351
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    // Group ids may be anything; Go escapes what has a meaning in HTML.
    private static string AsGoWrites(string json) => json.AsSpan().IndexOfAny("<>&") < 0
        ? json
        : json.Replace("<", @"\u003c", StringComparison.Ordinal)
            .Replace(">", @"\u003e", StringComparison.Ordinal)
            .Replace("&", @"\u0026", StringComparison.Ordinal);
}
