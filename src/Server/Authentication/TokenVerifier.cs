using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Asks OpenIM whose token it is. Good answers are kept for seconds, since a client shows its token three times to connect
/// (negotiation, connection, Login); bad ones are not, so that a token that becomes good works at once.
/// </summary>
internal sealed class TokenVerifier(IAuthApi auth, TimeProvider time) : IDisposable
{
    /// <summary>Also how long a token that was taken back on the server can still open a connection here.</summary>
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);

    /// <summary>OpenIM's tokens have some 200 characters. What is much longer is none, and is not sent on.</summary>
    private const int MaxTokenLength = 8 * 1024;

    // Keyed by a hash, so that a memory dump of the cache holds no tokens.
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>Whose token it is, or the server's reason why not (1501 to 1507), or that the server cannot be asked (10000).</summary>
    public async ValueTask<Result<TokenIdentity>> Verify(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > MaxTokenLength)
            return new OpenImError(ErrorCode.TokenMalformed, "TokenMalformedError");
        var key = KeyOf(token);
        if (!_cache.TryGetValue(key, out TokenIdentity? identity))
        {
            var answer = await Ask(token, cancellationToken);
            if (!answer.IsOk)
                return answer;
            identity = answer.Value!;
            _cache.Set(key, identity, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = CacheTime, Size = 1 });
        }
        return identity!.Expires > time.GetUtcNow() ? identity : TokenErrors.Expired;
    }

    public void Dispose() => _cache.Dispose();

    private async Task<Result<TokenIdentity>> Ask(string token, CancellationToken cancellationToken)
    {
        var answer = await auth
            .ParseToken(new ParseTokenReq { Token = token }, Guid.NewGuid().ToString("N"), cancellationToken)
            .ToResult();
        if (!answer.IsOk)
            return answer.Error;
        var (user, platform) = (answer.Value!.UserID, answer.Value.PlatformID);
        if (user.Length == 0 || Platform.NameOf(platform).Length == 0)
            return TokenErrors.Invalid;
        return new TokenIdentity(
            new SessionKey(user, platform), DateTimeOffset.FromUnixTimeSeconds(answer.Value.ExpireTimeSeconds));
    }

    private static string KeyOf(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
