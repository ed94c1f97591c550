using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    /// <summary>Also answered after the session's end, as long as it can tell why it ended.</summary>
    public ValueTask<Result<SessionEvents>> Resume(string cursor)
    {
        var events = Events.Since(cursor);
        return new(_status == LoginStatus.LoggedOut && !events.Continuous ? Errors.NotLoggedIn : events);
    }
}
