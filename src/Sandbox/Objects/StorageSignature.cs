using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What makes a URL of the storage good for one thing until one time. The key comes from the Sandbox's secret, so that
/// URLs stay good when it starts anew, and nothing that tokens are signed with can be mistaken for it.
/// </summary>
internal sealed class StorageSignature(SandboxOptions options, TimeProvider time)
{
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        Encoding.UTF8.GetBytes(options.Secret),
        outputLength: 32,
        info: "object storage"u8.ToArray());

    /// <param name="expires">Unix milliseconds.</param>
    /// <param name="claims">What the URL allows: the method first, then all that must not be changed.</param>
    public string Of(long expires, params IEnumerable<string> claims) =>
        Base64Url.EncodeToString(Sign(expires, claims));

    /// <summary>Why the signature does not allow what the claims say, or null.</summary>
    public StorageRefusal? Check(string? signature, string? expires, params IEnumerable<string> claims)
    {
        if (!long.TryParse(expires, out var end) || !IsBy(signature, Sign(end, claims)))
            return StorageRefusal.WrongSignature;
        return end <= time.GetUtcNow().ToUnixTimeMilliseconds() ? StorageRefusal.Expired : null;
    }

    private static bool IsBy(string? signature, byte[] expected)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        return signature is { Length: 43 } // 32 bytes in base64 without padding
            && Base64Url.IsValid(signature)
            && Base64Url.TryDecodeFromChars(signature, given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }

    private byte[] Sign(long expires, IEnumerable<string> claims) => HMACSHA256.HashData(
        _key, Encoding.UTF8.GetBytes(string.Join('\n', claims.Select(Uri.EscapeDataString).Prepend($"{expires}"))));
}
