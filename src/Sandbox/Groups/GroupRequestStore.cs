using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who asked to join, or was proposed to be invited, into which group: one request of each user for each group, of
/// which the user and the group are kept by their ids only. Requests that were handed out are never changed. Safe for
/// concurrent use.
/// </summary>
internal sealed class GroupRequestStore
{
    private static readonly RecordTable<GroupRequest> Table = RecordTable.OfMessages<GroupRequest>("group_requests");

    private readonly Lock _lock = new();
    private readonly Dictionary<(string GroupID, string UserID), GroupRequest> _requests = [];
    private readonly IRecordStore _records;

    public GroupRequestStore(IRecordStore records)
    {
        _records = records;
        foreach (var (_, request) in records.Load(Table))
            _requests.Add(KeyOf(request), request);
    }

    public GroupRequest? Find(string groupID, string userID)
    {
        lock (_lock)
            return _requests.GetValueOrDefault((groupID, userID));
    }

    /// <summary>Asks, or asks anew: then the earlier request waits again.</summary>
    public void Put(GroupRequest request)
    {
        lock (_lock)
            Keep(request);
    }

    /// <summary>Answers a request that waits; null when it does not, or is not there.</summary>
    public GroupRequest? Answer(string groupID, string userID, int result)
    {
        lock (_lock)
        {
            if (_requests.GetValueOrDefault((groupID, userID)) is not
                { HandleResult: GroupRequestResult.Waiting } request)
                return null;
            // Who answered when, and in which words, is not noted, as on the server.
            var answered = request.Clone();
            answered.HandleResult = result;
            Keep(answered);
            return answered;
        }
    }

    /// <summary>The requests that match, newest first.</summary>
    public IReadOnlyList<GroupRequest> Where(Func<GroupRequest, bool> matches)
    {
        lock (_lock)
            return [.. _requests.Values.Where(matches).OrderByDescending(request => request.ReqTime)];
    }

    private void Keep(GroupRequest request)
    {
        var key = KeyOf(request);
        _requests[key] = request;
        _records.Put(Table, $"{key.GroupID}/{key.UserID}", request);
    }

    private static (string GroupID, string UserID) KeyOf(GroupRequest request) =>
        (request.GroupInfo.GroupID, request.UserInfo.UserID);
}
