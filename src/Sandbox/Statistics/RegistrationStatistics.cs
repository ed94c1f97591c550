using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How many users registered, by day. Who is logged in may ask; the real server asks for no more either.</summary>
internal sealed class RegistrationStatistics(UserStore users)
{
    public Answer<UserRegisterCountResp> Count(Caller caller, UserRegisterCountReq request)
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
}
