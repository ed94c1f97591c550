using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The friend requests, one of each user to each other; names and pictures are not kept here. Requests that were handed
/// out are never changed. Safe for concurrent use.
/// </summary>
internal sealed class FriendRequestStore
{
    private static readonly RecordTable<FriendRequest> Table =
        RecordTable.OfMessages<FriendRequest>("friend_requests");

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<(string From, string To), FriendRequest> _requests = [];

    public FriendRequestStore(IRecordStore records)
    {
        _records = records;
        foreach (var (_, request) in records.Load(Table))
            _requests.Add((request.FromUserID, request.ToUserID), request);
    }

    public FriendRequest? Find(string from, string to)
    {
        lock (_lock)
            return _requests.GetValueOrDefault((from, to));
    }

    public void Put(FriendRequest request)
    {
        lock (_lock)
            Keep(request);
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
            Keep(answered);
            return answered;
        }
    }

    /// <summary>The requests that match, newest first.</summary>
    public IReadOnlyList<FriendRequest> Where(Func<FriendRequest, bool> matches)
    {
        lock (_lock)
            return [.. _requests.Values.Where(matches).OrderByDescending(request => request.CreateTime)];
    }

    private void Keep(FriendRequest request)
    {
        _requests[(request.FromUserID, request.ToUserID)] = request;
        _records.Put(Table, RecordKey.Of(request.FromUserID, request.ToUserID), request);
    }
}
