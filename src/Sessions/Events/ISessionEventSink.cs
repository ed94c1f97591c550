namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The way from a session to the connections of its SignalR group. The host implements it over the hub's group; tests
/// record.
/// </summary>
public interface ISessionEventSink
{
    /// <summary>
    /// Hands an event over. Never waits and never throws: what cannot be taken is dropped and counted, since the
    /// session's ring still holds it for Resume.
    /// </summary>
    void Post(string sessionKey, SessionEvent sessionEvent);
}
