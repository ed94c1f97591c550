using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The tokens that were given out, and what became of them. A good signature is not enough: a token must be known here
/// and not be kicked. Kicked tokens stay known until the next token is made for their user.
/// </summary>
internal sealed class TokenStore
{
    private static readonly TimeSpan AdminGrace = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<Entry>> _byUser = new(StringComparer.Ordinal);
    private readonly SandboxOptions _options;
    private readonly IRecordStore _records;
    private readonly TimeProvider _time;

    public TokenStore(SandboxOptions options, IRecordStore records, TimeProvider time)
    {
        _options = options;
        _records = records;
        _time = time;
        var jwt = new JsonWebToken(options.Secret, time);
        foreach (var (token, kept) in records.Load(TokenRecord.Table))
        {
            // One of another secret is no longer good; who changes the secret means just that.
            if (!jwt.IsSigned(token))
            {
                records.Delete(TokenRecord.Table, token);
                continue;
            }
            var entry = new Entry(token, kept.Claims)
            {
                State = kept.State,
                ForgottenAt = kept.ForgottenAt ?? DateTimeOffset.MaxValue,
            };
            _byUser.GetOrAdd(kept.Claims.UserID, _ => []).Add(entry);
            _byToken[token] = entry;
        }
    }

    /// <summary>
    /// The claims of a known token and its state, or null. A token that ran out in the meantime is expired.
    /// </summary>
    public (TokenClaims Claims, TokenState State)? Find(string token)
    {
        if (!_byToken.TryGetValue(token, out var entry) || entry.ForgottenAt <= _time.GetUtcNow())
            return null;
        return (entry.Claims, IsExpired(entry) ? TokenState.Expired : entry.State);
    }

    /// <summary>Remembers a new token and lets the login policy take older ones back.</summary>
    public void Add(string token, TokenClaims claims)
    {
        var entries = _byUser.GetOrAdd(claims.UserID, _ => []);
        lock (entries)
        {
            Purge(entries);
            foreach (var old in Replaced(entries, claims.PlatformID).ToList())
                Kick(old);
            Put(entries, token, claims);
        }
    }

    /// <summary>Remembers a new token of an administrator; older ones stay good for five minutes more.</summary>
    public void AddAdmin(string token, TokenClaims claims)
    {
        var entries = _byUser.GetOrAdd(claims.UserID, _ => []);
        lock (entries)
        {
            Purge(entries);
            var grace = _time.GetUtcNow() + AdminGrace;
            foreach (var old in entries.Where(old => old.ForgottenAt > grace))
            {
                old.ForgottenAt = grace;
                Keep(old);
            }
            Put(entries, token, claims);
        }
    }

    /// <summary>After a login: takes back what the policy excludes beside the token that logged in.</summary>
    public void KickOthers(string userID, int platformID, string token) => Kick(userID, entry =>
        entry.Token != token
        && _options.LoginPolicy.Excludes(platformID, entry.Claims.PlatformID)
        // As the server does it: here connections of other platforms end, but their tokens stay good.
        && (_options.LoginPolicy != LoginPolicy.PcAndOther || entry.Claims.PlatformID == platformID));

    /// <summary>Takes back every token of a platform.</summary>
    public void KickPlatform(string userID, int platformID) =>
        Kick(userID, entry => entry.Claims.PlatformID == platformID);

    private void Kick(string userID, Predicate<Entry> which)
    {
        if (!_byUser.TryGetValue(userID, out var entries))
            return;
        lock (entries)
            foreach (var entry in entries)
                if (which(entry))
                    Kick(entry);
    }

    private void Kick(Entry entry)
    {
        entry.State = TokenState.Kicked;
        Keep(entry);
    }

    /// <summary>
    /// Older tokens that a new one of <paramref name="platformID"/> takes over; the list is oldest first.
    /// </summary>
    private IEnumerable<Entry> Replaced(List<Entry> entries, int platformID) => _options.LoginPolicy switch
    {
        // The new one counts too.
        LoginPolicy.NoKick => entries
            .Where(entry => entry.Claims.PlatformID == platformID)
            .SkipLast(_options.MaxTokensPerPlatform - 1),
        LoginPolicy.SamePlatform => AllButNewest(entries, platform => platform, platformID),
        LoginPolicy.SameClass => AllButNewest(entries, Platforms.ClassOf, Platforms.ClassOf(platformID)),
        _ => entries.Where(entry => _options.LoginPolicy.Excludes(platformID, entry.Claims.PlatformID)),
    };

    /// <summary>Everything in the new token's own slot, and all but the newest in every other.</summary>
    private static IEnumerable<Entry> AllButNewest<TSlot>(List<Entry> entries, Func<int, TSlot> slotOf, TSlot ownSlot)
        where TSlot : notnull =>
        entries
            .GroupBy(entry => slotOf(entry.Claims.PlatformID))
            .SelectMany(slot => slot.Key.Equals(ownSlot) ? slot : slot.SkipLast(1));

    private void Purge(List<Entry> entries)
    {
        var now = _time.GetUtcNow();
        Remove(
            entries, entry => entry.State != TokenState.Normal || IsExpired(entry) || entry.ForgottenAt <= now);
    }

    private void Remove(List<Entry> entries, Predicate<Entry> which)
    {
        foreach (var entry in entries.FindAll(which))
        {
            entries.Remove(entry);
            _byToken.TryRemove(entry.Token, out _);
            _records.Delete(TokenRecord.Table, entry.Token);
        }
    }

    private void Put(List<Entry> entries, string token, TokenClaims claims)
    {
        // Two tokens of the same second are the same text: the later one makes the earlier one good again.
        Remove(entries, entry => entry.Token == token);
        var added = new Entry(token, claims);
        entries.Add(added);
        _byToken[token] = added;
        Keep(added);
    }

    private void Keep(Entry entry) => _records.Put(TokenRecord.Table, entry.Token, new TokenRecord(
        entry.Claims,
        entry.State,
        entry.ForgottenAt == DateTimeOffset.MaxValue ? null : entry.ForgottenAt));

    private bool IsExpired(Entry entry) => _time.GetUtcNow().ToUnixTimeSeconds() >= entry.Claims.ExpiresAt;

    private sealed class Entry(string token, TokenClaims claims)
    {
        public string Token => token;

        public TokenClaims Claims => claims;

        public volatile TokenState State;

        public DateTimeOffset ForgottenAt { get; set; } = DateTimeOffset.MaxValue;
    }
}
