using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Settings that administrators give to clients: global ones (user id "") and those of one user, which win. A user
/// reads both as one map.
/// </summary>
internal sealed class ClientConfigRules(UserStore users)
{
    private readonly Lock _lock = new();
    private readonly List<ClientConfig> _configs = [];

    public Answer<GetUserClientConfigResp> Get(Caller caller, GetUserClientConfigReq request)
    {
        if (request.UserID.Length > 0 && caller.MustBe(request.UserID) is { } refusal)
            return refusal;
        var answer = new GetUserClientConfigResp();
        lock (_lock)
            foreach (var config in _configs
                .Where(config => config.UserID.Length == 0 || config.UserID == request.UserID)
                .OrderBy(config => config.UserID.Length > 0))
                answer.Configs[config.Key] = config.Value;
        return answer;
    }

    public Answer<SetUserClientConfigResp> Set(Caller caller, SetUserClientConfigReq request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        if (request.UserID.Length > 0 && users.Find(request.UserID) is null)
            return ServerErrors.RecordNotFound("record not found");
        lock (_lock)
            foreach (var (key, value) in request.Configs)
            {
                _configs.RemoveAll(config => config.UserID == request.UserID && config.Key == key);
                _configs.Add(new ClientConfig { UserID = request.UserID, Key = key, Value = value });
            }
        return new SetUserClientConfigResp();
    }

    public Answer<DelUserClientConfigResp> Delete(Caller caller, DelUserClientConfigReq request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        lock (_lock)
            _configs.RemoveAll(config => config.UserID == request.UserID && request.Keys.Contains(config.Key));
        return new DelUserClientConfigResp();
    }

    public Answer<PageUserClientConfigResp> GetPage(Caller caller, PageUserClientConfigReq request)
    {
        if (Page.Check(request.Pagination) is { } malformed)
            return malformed;
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        List<ClientConfig> found;
        lock (_lock)
            found = _configs.FindAll(config =>
                (request.UserID.Length == 0 || config.UserID == request.UserID)
                && (request.Key.Length == 0 || config.Key == request.Key));
        var answer = new PageUserClientConfigResp { Total = found.Count };
        answer.Configs.Add(Page.Of(found, request.Pagination));
        return answer;
    }
}
