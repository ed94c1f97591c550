using Microsoft.Extensions.Caching.Hybrid;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The profiles of users, one copy for all sessions. They are the same for everybody who asks, so any session's token
/// may fetch them. A change is told by the server to the user and to his friends (1303, 1209); who is neither sees it
/// when the entry ends.
/// </summary>
internal sealed class UserProfiles(HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Look = new()
    {
        Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite
            | HybridCacheEntryFlags.DisableDistributedCacheWrite,
    };

    private static readonly HybridCacheEntryOptions Keep = new()
    {
        Expiration = TimeSpan.FromMinutes(10),
        LocalCacheExpiration = TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// The profiles of <paramref name="userIDs"/>, each once, in that order; unknown users are left out. One call of
    /// <paramref name="fetch"/> for all that the cache does not have.
    /// </summary>
    public async Task<Result<IReadOnlyList<UserProfile>>> Get(
        IReadOnlyCollection<string> userIDs,
        Func<IReadOnlyList<string>, CancellationToken, Task<Result<GetDesignateUsersResp>>> fetch,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, UserProfile?>(userIDs.Count);
        var missing = new List<string>();
        foreach (var userID in userIDs)
        {
            if (userID.Length == 0 || !found.TryAdd(userID, null))
                continue;
            var known = await Find(userID, cancellationToken);
            if (known is null)
                missing.Add(userID);
            else
                found[userID] = known;
        }
        if (missing.Count > 0)
        {
            var fetched = await fetch(missing, cancellationToken);
            if (!fetched.IsOk)
                return fetched.Error;
            foreach (var user in fetched.Value!.UsersInfo)
                found[user.UserID] = await Put(user, cancellationToken);
        }
        var profiles = new List<UserProfile>(found.Count);
        foreach (var profile in found.Values)
            if (profile is not null)
                profiles.Add(profile);
        return profiles;
    }

    /// <summary>
    /// Keeps what the server just said of a user. When that is known, the known object is the result: all sessions that
    /// show the user hold the same texts.
    /// </summary>
    public async ValueTask<UserProfile> Put(UserInfo user, CancellationToken cancellationToken)
    {
        var profile = new UserProfile(user.UserID, user.Nickname, user.FaceURL, user.Ex, user.CreateTime);
        if (await Find(user.UserID, cancellationToken) is { } known && known == profile)
            return known;
        await cache.SetAsync(KeyOf(user.UserID), profile, Keep, cancellationToken: cancellationToken);
        return profile;
    }

    /// <summary>The user's profile changed: the next reader asks the server.</summary>
    public ValueTask Forget(string userID, CancellationToken cancellationToken) =>
        cache.RemoveAsync(KeyOf(userID), cancellationToken);

    private ValueTask<UserProfile?> Find(string userID, CancellationToken cancellationToken) => cache.GetOrCreateAsync(
        KeyOf(userID), static _ => ValueTask.FromResult<UserProfile?>(null), Look, cancellationToken: cancellationToken);

    private static string KeyOf(string userID) => ProfileKey.Of("user", userID);
}
