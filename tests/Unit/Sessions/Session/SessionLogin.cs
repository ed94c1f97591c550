using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Session;

/// <summary>What the hub does for a Login.</summary>
internal static class SessionLogin
{
    public static async Task<Result> Login(
        this ISessionGrain session, string token, string connectionId, CancellationToken cancellationToken)
    {
        Result login;
        do
            login = await session.Login(token, connectionId, (await session.GetEventGroup()).Value!, cancellationToken);
        while (login.Error == SessionCaller.GroupIsOver);
        return login;
    }
}
