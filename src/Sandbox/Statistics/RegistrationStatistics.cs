using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How many users registered and how many groups were made, in all and by day.</summary>
internal sealed class RegistrationStatistics(UserStore users, GroupStore groups)
{
    /// <summary>Who is logged in may ask; the real server asks for no more either.</summary>
    public Answer<UserRegisterCountResp> Users(Caller caller, UserRegisterCountReq request)
    {
        if (Days.Check(request.Start, request.End) is { } malformed)
            return malformed;
        var answer = new UserRegisterCountResp();
        foreach (var user in users.Where(static _ => true))
        {
            answer.Total++;
            if (user.CreateTime < request.Start)
                answer.Before++;
            else if (user.CreateTime < request.End)
                Days.Count(answer.Count, user.CreateTime);
        }
        return answer;
    }

    /// <summary>Dismissed groups count too.</summary>
    public Answer<GroupCreateCountResp> Groups(Caller caller, GroupCreateCountReq request)
    {
        if ((Days.Check(request.Start, request.End) ?? caller.MustBeAdmin()) is { } refused)
            return refused;
        var answer = new GroupCreateCountResp();
        foreach (var group in groups.Where(static _ => true))
        {
            answer.Total++;
            if (group.CreateTime < request.Start)
                answer.Before++;
            else if (group.CreateTime < request.End)
                Days.Count(answer.Count, group.CreateTime);
        }
        return answer;
    }
}
