using Microsoft.Extensions.Caching.Hybrid;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using GroupInfo = OpenIM.SignalR.Upstream.Wire.GroupInfo;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Groups as everybody sees them, one copy for all sessions. Kept shortly: their member counts change.
/// </summary>
internal sealed class GroupProfiles(HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Look = new()
    {
        Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite
            | HybridCacheEntryFlags.DisableDistributedCacheWrite,
    };

    private static readonly HybridCacheEntryOptions Keep = new()
    {
        Expiration = TimeSpan.FromMinutes(1),
        LocalCacheExpiration = TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// The group, or <see cref="Errors.GroupNotFound"/>. Asks <paramref name="fetch"/> only for what is not known.
    /// </summary>
    public async Task<Result<GroupProfile>> Get(
        string groupID,
        Func<string, CancellationToken, Task<Result<GetGroupsInfoResp>>> fetch,
        CancellationToken cancellationToken)
    {
        if (await Find(groupID, cancellationToken) is { } known)
            return known;
        var fetched = await fetch(groupID, cancellationToken);
        if (!fetched.IsOk)
            return fetched.Error;
        var group = fetched.Value!.GroupInfos.FirstOrDefault(g => g.GroupID == groupID);
        return group is null ? Errors.GroupNotFound : await Put(group, cancellationToken);
    }

    /// <summary>Keeps what the server just said of a group; all sessions that show it hold the same texts.</summary>
    public async ValueTask<GroupProfile> Put(GroupInfo group, CancellationToken cancellationToken)
    {
        var profile = new GroupProfile(group.GroupName, group.FaceURL, (int)group.MemberCount);
        if (await Find(group.GroupID, cancellationToken) is { } known && known == profile)
            return known;
        await cache.SetAsync(KeyOf(group.GroupID), profile, Keep, cancellationToken: cancellationToken);
        return profile;
    }

    private ValueTask<GroupProfile?> Find(string groupID, CancellationToken cancellationToken) => cache.GetOrCreateAsync(
        KeyOf(groupID), static _ => ValueTask.FromResult<GroupProfile?>(null), Look, cancellationToken: cancellationToken);

    private static string KeyOf(string groupID) => ProfileKey.Of("group", groupID);
}
