namespace OpenIM.SignalR.Sandbox;

/// <summary>A place on a version line.</summary>
/// <param name="ID">The line: 24 hex digits. Another id means that nothing of the client's copy can be trusted.</param>
/// <param name="Version">Counts from 1.</param>
internal readonly record struct VersionStamp(string ID, ulong Version);
