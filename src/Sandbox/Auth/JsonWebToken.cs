using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// OpenIM's tokens: JWT signed with HS256, claims <c>UserID</c>, <c>PlatformID</c>, <c>exp</c>, <c>iat</c>. Written by
/// hand because the answers to bad tokens must come in the server's order, which is that of a Go library.
/// </summary>
internal sealed partial class JsonWebToken(string secret, TimeProvider time)
{
    private static readonly string Header = Encode("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>The token of these claims; made twice within a second it is the same text.</summary>
    public string Write(TokenClaims claims)
    {
        var payload = new Payload
        {
            UserID = claims.UserID,
            PlatformID = claims.PlatformID,
            ExpiresAt = claims.ExpiresAt,
            IssuedAt = time.GetUtcNow().ToUnixTimeSeconds() - 5,
        };
        var signed = $"{Header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload, PayloadJson.Default.Payload))}";
        return $"{signed}.{Encode(Sign(signed))}";
    }

    /// <summary>
    /// The claims, or why not: first whether it is a token at all, then the signature, then the times. A token that has
    /// expired but was never good is therefore no expired token.
    /// </summary>
    public Answer<TokenClaims> Read(string token)
    {
        var parts = token.Split('.');
        if (parts is not [var head, var body, var signature]
            || !TryDecode(head, PayloadJson.Default.TokenHeader, out var header)
            || !TryDecode(body, PayloadJson.Default.Payload, out var payload))
            return ServerErrors.TokenMalformed;
        if (header.Algorithm != "HS256")
            return ServerErrors.TokenUnknown("signing method is unavailable");
        if (!IsSigned($"{head}.{body}", signature))
            return ServerErrors.TokenUnknown("signature is invalid");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (payload.ExpiresAt is { } expiresAt && now >= expiresAt)
            return ServerErrors.TokenExpired;
        if (payload.NotBefore is { } notBefore && now < notBefore)
            return ServerErrors.TokenNotValidYet;
        if (payload.IssuedAt is { } issuedAt && now < issuedAt)
            return ServerErrors.TokenUnknown("token used before issued");
        return new TokenClaims(payload.UserID ?? "", payload.PlatformID ?? 0, (long)(payload.ExpiresAt ?? 0));
    }

    /// <summary>Whether a token was written with this secret.</summary>
    public bool IsSigned(string token) =>
        token.LastIndexOf('.') is > 0 and var end && IsSigned(token[..end], token[(end + 1)..]);

    private bool IsSigned(string signed, string signature) =>
        TryDecode(signature, out var bytes) && CryptographicOperations.FixedTimeEquals(bytes, Sign(signed));

    private byte[] Sign(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        // TryDecodeFromChars says false to a short buffer only, and throws on text that is no Base64.
        if (text.Contains('=', StringComparison.Ordinal)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done)
            return false;
        Array.Resize(ref bytes, written);
        return true;
    }

    private static bool TryDecode<T>(
        string text,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        value = null;
        try
        {
            if (TryDecode(text, out var bytes))
                value = JsonSerializer.Deserialize(bytes, type);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
        return value is not null;
    }

    private sealed record TokenHeader([property: JsonPropertyName("alg")] string? Algorithm);

    private sealed record Payload
    {
        [JsonPropertyName("UserID")]
        public string? UserID { get; init; }

        [JsonPropertyName("PlatformID")]
        public int? PlatformID { get; init; }

        [JsonPropertyName("exp")]
        public double? ExpiresAt { get; init; }

        [JsonPropertyName("nbf")]
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public double? NotBefore { get; init; }

        [JsonPropertyName("iat")]
        public double? IssuedAt { get; init; }
    }

    [JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
    [JsonSerializable(typeof(TokenHeader))]
    [JsonSerializable(typeof(Payload))]
    private sealed partial class PayloadJson : JsonSerializerContext;
}
