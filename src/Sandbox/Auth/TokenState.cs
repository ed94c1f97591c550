namespace OpenIM.SignalR.Sandbox;

/// <summary>What the token store says of a token that it knows.</summary>
internal enum TokenState
{
    Normal,
    Kicked,
    Expired,
}
