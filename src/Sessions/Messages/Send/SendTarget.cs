namespace OpenIM.SignalR.Sessions;

/// <summary>Where a message goes.</summary>
internal readonly record struct SendTarget(int SessionType, string SourceID, string ConversationID)
{
    public bool IsGroup => SessionType == Sessions.SessionType.Group;

    /// <summary>A recipient wins over a group. Null when there is neither.</summary>
    public static SendTarget? Of(string selfID, string? recvID, string? groupID)
    {
        if (!string.IsNullOrEmpty(recvID))
            return Of(selfID, Sessions.SessionType.Single, recvID);
        return string.IsNullOrEmpty(groupID) ? null : Of(selfID, Sessions.SessionType.Group, groupID);
    }

    private static SendTarget Of(string selfID, int sessionType, string sourceID) =>
        new(sessionType, sourceID, Sessions.ConversationID.Of(sessionType, selfID, sourceID));
}
