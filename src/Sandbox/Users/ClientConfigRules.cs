using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Settings that administrators give to clients: global ones (user id "") and those of one user, which win. A user
/// reads both as one map.
/// </summary>
internal sealed class ClientConfigRules(ClientConfigStore configs, UserStore users)
{
    public Answer<GetUserClientConfigResp> Get(Caller caller, GetUserClientConfigReq request)
    {
        if (request.UserID.Length > 0 && caller.MustBe(request.UserID) is { } refusal)
            return refusal;
        if (request.UserID.Length > 0 && users.Find(request.UserID) is null)
            return ServerErrors.RecordNotFound("record not found");
        var answer = new GetUserClientConfigResp();
        foreach (var config in configs
            .Where(config => config.UserID.Length == 0 || config.UserID == request.UserID)
            .OrderBy(config => config.UserID.Length > 0))
            answer.Configs[config.Key] = config.Value;
        return answer;
    }

    public Answer<SetUserClientConfigResp> Set(Caller caller, ClientConfigChange request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        var userID = request.UserID ?? "";
        if (userID.Length > 0 && users.Find(userID) is null)
            return ServerErrors.RecordNotFound("record not found");
        foreach (var (key, value) in request.Configs ?? [])
        {
            if (value is null)
                configs.Delete(userID, key);
            else
                configs.Set(new ClientConfig { UserID = userID, Key = key, Value = value });
        }
        return new SetUserClientConfigResp();
    }

    public Answer<DelUserClientConfigResp> Delete(Caller caller, DelUserClientConfigReq request)
    {
        if (caller.MustBeAdmin() is { } refusal)
            return refusal;
        foreach (var key in request.Keys)
            configs.Delete(request.UserID, key);
        return new DelUserClientConfigResp();
    }

    public Answer<PageUserClientConfigResp> GetPage(Caller caller, PageUserClientConfigReq request)
    {
        // Unlike elsewhere the page is looked at last.
        if ((caller.MustBeAdmin() ?? Page.Check(request.Pagination)) is { } refusal)
            return refusal;
        var found = configs.Where(config =>
            (request.UserID.Length == 0 || config.UserID == request.UserID)
            && (request.Key.Length == 0 || config.Key == request.Key));
        var answer = new PageUserClientConfigResp { Total = found.Count };
        answer.Configs.Add(Page.Of(found, request.Pagination));
        return answer;
    }
}
