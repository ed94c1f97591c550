namespace OpenIM.SignalR.Sessions;

/// <summary>The name under which the host registers the grain storage of sessions.</summary>
public static class SessionStorage
{
    /// <summary>The storage provider's name.</summary>
    public const string Name = "sessions";
}
