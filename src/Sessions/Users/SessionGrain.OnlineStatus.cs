using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;
using OnlineStatus = OpenIM.SignalR.Contracts.OnlineStatus;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Who of others is online. A subscription (2005) belongs to the connection to the server: it is made again after each
/// reconnect, and what has changed meanwhile is told.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>As many as the longest friend list that is read.</summary>
    private const int MaxWatched = PagedReading.LongestList;

    /// <summary>A request may have 51,200 bytes, an id 64 and more.</summary>
    private const int UsersPerSubscription = 200;

    private static readonly TimeSpan SubscriptionLimit = TimeSpan.FromSeconds(5);

    private OnlineStates? _onlineStates;

    /// <summary>Subscribes to users, known or not, friends or not, and answers their state now.</summary>
    public async Task<Result<IReadOnlyList<OnlineStatus>>> SubscribeUsersStatus(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var asked = Once(userIDs);
        if (asked.Length == 0)
            return Array.Empty<OnlineStatus>();
        var states = _onlineStates ??= new OnlineStates();
        var added = asked.Where(userID => !states.Watches(userID)).ToArray();
        if (states.Count + added.Length > MaxWatched)
            return Errors.Arguments($"a session watches at most {MaxWatched} users");
        states.Watch(added);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SubscriptionLimit);
        if (await Subscribe(states, asked, limit.Token) is not { } failure)
            return asked.Select(states.Of).ToArray();
        // Who was watched before stays so.
        foreach (var userID in added)
            states.Stop(userID);
        return cancellationToken.IsCancellationRequested || failure != Errors.DeadlineExceeded
            ? failure
            : Errors.NetworkTimeout;
    }

    public async Task<Result> UnsubscribeUsersStatus(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var watched = Once(userIDs).Where(userID => _onlineStates?.Stop(userID) is true).ToArray();
        foreach (var chunk in watched.Chunk(UsersPerSubscription))
        {
            var request = new SubUserOnlineStatus { UnsubscribeUserID = { chunk } };
            var answer = await Request(
                (connection, operationID, token) =>
                    connection.SubscribeOnlineStatusAsync(request, operationID, token), cancellationToken);
            if (!answer.IsOk)
                return answer.Error;
        }
        return Result.Ok;
    }

    /// <summary>
    /// What the server itself keeps of subscriptions over its REST API. A 3.8 server keeps none and answers an empty
    /// list; the SDK of its time does too.
    /// </summary>
    public async Task<Result<IReadOnlyList<OnlineStatus>>> GetSubscribeUsersStatus(
        CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        var answer = await Call(
            _userApi.GetSubscribeUsersStatus, new GetSubscribeUsersStatusReq { UserID = Key.UserId },
            cancellationToken);
        return answer.Select(static subscribed => subscribed.StatusList, static state => new OnlineStatus
        {
            UserID = state.UserID,
            Status = state.Status,
            PlatformIDs = [.. state.PlatformIDs],
        });
    }

    /// <summary>After a reconnect. Should it fail, the connection is mostly gone again, and the next one tries.</summary>
    private async Task SubscribeAgain(CancellationToken life)
    {
        if (_onlineStates is not { Count: > 0 } states)
            return;
        if (await Subscribe(states, [.. states.UserIDs], life) is { } failure && !life.IsCancellationRequested)
            LogSyncFailed(Key, failure.Code);
    }

    private async Task<OpenImError?> Subscribe(
        OnlineStates states, string[] userIDs, CancellationToken cancellationToken)
    {
        foreach (var chunk in userIDs.Chunk(UsersPerSubscription))
        {
            var request = new SubUserOnlineStatus { SubscribeUserID = { chunk } };
            var answer = await Request(
                (connection, operationID, token) =>
                    connection.SubscribeOnlineStatusAsync(request, operationID, token), cancellationToken);
            if (!answer.IsOk)
                return answer.Error;
            if (_onlineStates == states)
                ReceiveOnlineStatus(answer.Value!);
        }
        return null;
    }

    private void ReceiveOnlineStatus(SubUserOnlineStatusTips told)
    {
        foreach (var user in told.Subscribers)
            if (_onlineStates?.Change(user.UserID, user.OnlinePlatformIDs) is { } changed)
                Events.Raise("OnUserStatusChanged", changed, Json.Relaxed.OnlineStatus);
    }

    private void ClearOnlineStates() => _onlineStates = null;
}
