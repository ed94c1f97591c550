namespace OpenIM.SignalR.Sandbox;

/// <summary>The lists whose changes clients fetch.</summary>
internal enum VersionLine
{
    Friends,
    Conversations,
    JoinedGroups,
    GroupMembers,
}
