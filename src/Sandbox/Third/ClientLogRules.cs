using System.Text.RegularExpressions;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Logs that clients upload for support; only administrators see them.</summary>
internal sealed class ClientLogRules(ClientLogStore logs, UserStore users, TimeProvider time)
{
    public Answer<UploadLogsResp> Upload(Caller caller, UploadLogsReq request)
    {
        if (request.FileURLs.Count == 0)
            return ServerErrors.Internal("must provide at least one element in input slice");
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        logs.Add(request.FileURLs.Select(file => new LogInfo
        {
            UserID = caller.UserID,
            Platform = Platforms.NameOf(request.Platform),
            Url = file.URL,
            Filename = file.Filename,
            CreateTime = now,
            Version = request.Version,
            Ex = request.Ex,
        }));
        return new UploadLogsResp();
    }

    public Answer<DeleteLogsResp> Delete(Caller caller, DeleteLogsReq request)
    {
        if (caller.MustBeAdmin() is { } error)
            return error;
        if (request.LogIDs.Count == 0)
            return ServerErrors.Internal("logIDs is empty");
        var missing = logs.Delete(request.LogIDs);
        return missing.Count == 0
            ? new DeleteLogsResp()
            : ServerErrors.RecordNotFound($"logIDs not found, logIDs={string.Join(' ', missing)}");
    }

    /// <summary>
    /// By the user's id, of which the keyword is a regular expression, and by time; both times 0 for all. Without a
    /// page there is only the total.
    /// </summary>
    public Answer<SearchLogsResp> Search(Caller caller, SearchLogsReq request)
    {
        if (caller.MustBeAdmin() is { } error)
            return error;
        if (request.StartTime > request.EndTime)
            return ServerErrors.Arguments("startTime>endTime");
        var isAnyTime = request is { StartTime: 0, EndTime: 0 };
        Regex keyword;
        try
        {
            // The linear form: an expression of an administrator's does not stop the server either.
            keyword = new Regex(request.Keyword, RegexOptions.NonBacktracking);
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            return ServerErrors.Internal(invalid.Message);
        }
        var found = logs.Where(log => keyword.IsMatch(log.UserID)
            && (isAnyTime || (log.CreateTime >= request.StartTime && log.CreateTime <= request.EndTime)));
        var page = request.Pagination is { PageNumber: > 0, ShowNumber: > 0 } pagination
            ? Page.Of(found, pagination)
            : [];
        return new SearchLogsResp { Total = (uint)found.Count, LogsInfos = { page.Select(WithNickname) } };
    }

    private LogInfo WithNickname(LogInfo log)
    {
        var copy = log.Clone();
        copy.Nickname = users.Find(log.UserID)?.Nickname ?? "";
        return copy;
    }
}
