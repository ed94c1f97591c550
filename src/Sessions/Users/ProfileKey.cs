using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OpenIM.SignalR.Sessions;

/// <summary>The keys of profiles in the cache.</summary>
internal static class ProfileKey
{
    /// <summary>OpenIM's ids are shorter; a client may ask for any text.</summary>
    private const int LongestPlain = 128;

    /// <summary>
    /// The key of an id. The cache takes no long keys and no control characters, and complains of them in the log: ids
    /// like that stand there by their hash.
    /// </summary>
    public static string Of(string kind, string id) => IsPlain(id)
        ? $"{kind}/{id}"
        : $"{kind}#{Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())))}";

    private static bool IsPlain(string id)
    {
        if (id.Length > LongestPlain)
            return false;
        foreach (var letter in id)
        {
            if (char.IsControl(letter) || char.IsSurrogate(letter))
                return false;
        }
        return true;
    }
}
