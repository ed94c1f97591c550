namespace OpenIM.SignalR.Sandbox;

/// <summary>What happened to an element of a list.</summary>
internal enum ElementChange
{
    Insert,
    Delete,
    Update,
}
