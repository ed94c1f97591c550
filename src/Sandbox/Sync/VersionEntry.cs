namespace OpenIM.SignalR.Sandbox;

/// <summary>What happened last to an element of a list, and the version that it happened under.</summary>
internal readonly record struct VersionEntry(string Element, ElementChange Change, ulong Version);
