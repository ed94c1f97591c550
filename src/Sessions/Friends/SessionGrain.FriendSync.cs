using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Following the friend list without a copy of it.
/// <list type="number">
/// <item>A call, a notification or a sync asks for a run; who is meant is noted, if it is known.</item>
/// <item>A run asks the server what has changed since the version that was followed last, and tells it.</item>
/// <item>The server cannot say it (no version yet, more than 200 changes): those who were meant are looked at one by
/// one, and the list is followed from here on. Clients read it when they show it.</item>
/// <item>Somebody was meant, has not changed since that version, and nothing was told of him: then such a run has passed
/// over his change before anybody heard of it. He is looked at too.</item>
/// </list>
/// The version is stored with the positions, so that a later login is told what happened meanwhile.
/// </content>
internal sealed partial class SessionGrain
{
    private const int RecentFriends = 64;

    /// <summary>As many as the server logs for one list.</summary>
    private const int MaxFriendsMeant = 200;

    private readonly RecentRows<LocalFriend> _friends = new(RecentFriends);
    private SharedRun? _friendSync;
    private Dictionary<string, FriendChange>? _friendsMeant;

    private Task<OpenImError?> SyncFriends(string userID, FriendChange change) => SyncFriends([userID], change);

    private Task<OpenImError?> SyncFriends(IEnumerable<string> userIDs, FriendChange change)
    {
        _friendsMeant ??= new(StringComparer.Ordinal);
        foreach (var userID in userIDs)
            if (userID.Length > 0 && _friendsMeant.Count < MaxFriendsMeant)
                _friendsMeant[userID] = change;
        return SyncFriends(Life);
    }

    /// <summary>
    /// As part of a sync. A session that has never looked has nothing to compare with: then the first look costs
    /// a request that the login does without, and is made by the sync after it.
    /// </summary>
    private void SyncFriends(bool isConnect, CancellationToken life)
    {
        if (!isConnect || _positions.State.Friends is not null)
            _ = SyncFriends(life);
    }

    private Task<OpenImError?> SyncFriends(CancellationToken life) =>
        (_friendSync ??= new SharedRun(TrySyncFriends)).Request(life);

    private Task<OpenImError?> TrySyncFriends(CancellationToken life) => TrySync(RunFriendSync, life);

    private async Task<OpenImError?> RunFriendSync(CancellationToken life)
    {
        var followed = _positions.State.Friends;
        var meant = _friendsMeant ?? [];
        _friendsMeant = null;
        var request = new GetIncrementalFriendsReq
        {
            UserID = Key.UserId,
            VersionID = followed?.ID ?? "",
            Version = followed?.Version ?? 0,
        };
        var answer = await Call(_friendApi.GetIncrementalFriends, request, life);
        if (answer.IsOk)
        {
            var changes = answer.Value!;
            if (changes.Full)
                _friends.Retain(meant.ContainsKey); // What else is known may have changed.
            var failure = changes.Full
                ? await TellFriendsMeant(meant, life)
                : await TellFriends(changes, meant, life);
            if (failure is null && !life.IsCancellationRequested)
            {
                Follow(new VersionStamp(changes.VersionID, changes.Version));
                return null;
            }
            answer = failure ?? Errors.DeadlineExceeded;
        }
        if (!life.IsCancellationRequested)
        {
            LogSyncFailed(Key, answer.Error!.Code);
            _friendsMeant = meant.Concat(_friendsMeant ?? []).DistinctBy(static entry => entry.Key)
                .Take(MaxFriendsMeant).ToDictionary(StringComparer.Ordinal);
        }
        return answer.Error;
    }

    private void Follow(VersionStamp friends)
    {
        if (_positions.State.Friends == friends)
            return;
        _positions.State.Friends = friends;
        PositionsChanged();
    }

    private async Task<OpenImError?> TellFriends(
        GetIncrementalFriendsResp changes, Dictionary<string, FriendChange> meant, CancellationToken life)
    {
        foreach (var added in changes.Insert)
            await TellFriend(added, isNew: true, life);
        // Of an element the server keeps the latest change alone: who was added and then changed is among these.
        foreach (var changed in changes.Update)
            await TellFriend(
                changed, meant.GetValueOrDefault(changed.FriendUser?.UserID ?? "", FriendChange.Changed)
                    == FriendChange.Added, life);
        foreach (var deleted in changes.Delete)
            await TellFriendDeleted(deleted, life);
        foreach (var userID in meant.Keys)
            if (_friends.IsKnown(userID, out _))
                meant.Remove(userID);
        return await TellFriendsMeant(meant, life);
    }

    private async Task<OpenImError?> TellFriendsMeant(
        Dictionary<string, FriendChange> meant, CancellationToken life)
    {
        var friends = await FriendsAmong([.. meant.Keys], life);
        if (!friends.IsOk)
            return friends.Error;
        foreach (var friend in friends.Value!.FriendsInfo)
        {
            await TellFriend(friend, meant[friend.FriendUser?.UserID ?? ""] == FriendChange.Added, life);
            meant.Remove(friend.FriendUser?.UserID ?? "");
        }
        foreach (var (userID, change) in meant)
        {
            if (change == FriendChange.Deleted || _friends.TryGet(userID, out _))
                await TellFriendDeleted(userID, life);
            else
                _friends.Set(userID, null);
        }
        return null;
    }

    /// <summary>The row as it is now; nothing when clients know it like that.</summary>
    private async Task TellFriend(FriendInfo friend, bool isNew, CancellationToken life)
    {
        var row = friend.ToLocalFriend();
        var isKnown = _friends.IsKnown(row.UserID, out var known);
        if (life.IsCancellationRequested || row == known)
            return;
        _friends.Set(row.UserID, row);
        var isAdded = isKnown ? known is null : isNew;
        Events.Raise(isAdded ? "OnFriendAdded" : "OnFriendInfoChanged", row, Json.Relaxed.LocalFriend);
        await RenameConversation(
            ConversationID.Of(SessionType.Single, Key.UserId, row.UserID),
            row.Remark.Length > 0 ? row.Remark : row.Nickname, row.FaceURL, life);
    }

    /// <summary>
    /// With what was known of him; else with his profile, since the row itself is gone. A conversation keeps its name
    /// until the next login, as in the SDK.
    /// </summary>
    private async Task TellFriendDeleted(string userID, CancellationToken life)
    {
        if (_friends.IsKnown(userID, out var row) && row is null)
            return;
        row ??= await FriendWithoutRow(userID, life);
        if (life.IsCancellationRequested)
            return;
        _friends.Set(userID, null);
        Events.Raise("OnFriendDeleted", row, Json.Relaxed.LocalFriend);
    }

    private async Task<LocalFriend> FriendWithoutRow(string userID, CancellationToken life)
    {
        var profile = await ProfileOf(userID, life);
        return new LocalFriend
        {
            OwnerUserID = Key.UserId,
            UserID = userID,
            Nickname = profile?.Nickname ?? "",
            FaceURL = profile?.FaceURL ?? "",
        };
    }

    private async Task<UserProfile?> ProfileOf(string userID, CancellationToken life) =>
        (await _profiles.Get([userID], FetchUsers, life)).Value is [var profile, ..] ? profile : null;

    /// <summary>The session ended; what it followed stays stored.</summary>
    private void ClearFriends()
    {
        _friends.Clear();
        _blacks.Clear();
        _friendSync?.Forget();
        _friendsMeant = null;
    }
}
