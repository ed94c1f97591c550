using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The friend requests, one of each user to each other; names and pictures are not kept here. Requests that were handed
/// out are never changed. Safe for concurrent use.
/// </summary>
internal sealed class FriendRequestStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string From, string To), FriendRequest> _requests = [];

    public FriendRequest? Find(string from, string to)
    {
        lock (_lock)
            return _requests.GetValueOrDefault((from, to));
    }

    public void Put(FriendRequest request)
    {
        lock (_lock)
            _requests[(request.FromUserID, request.ToUserID)] = request;
    }

    /// <summary>Changes a request that waits for an answer; null when it does not, or is not there.</summary>
    public FriendRequest? Answer(string from, string to, Action<FriendRequest> change)
    {
        lock (_lock)
        {
            if (_requests.GetValueOrDefault((from, to)) is not { HandleResult: FriendRequestResult.Waiting } request)
                return null;
            var answered = request.Clone();
            change(answered);
            return _requests[(from, to)] = answered;
        }
    }

    /// <summary>The requests that match, newest first.</summary>
    public IReadOnlyList<FriendRequest> Where(Func<FriendRequest, bool> matches)
    {
        lock (_lock)
            return [.. _requests.Values.Where(matches).OrderByDescending(request => request.CreateTime)];
    }
}
