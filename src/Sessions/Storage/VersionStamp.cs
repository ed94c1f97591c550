namespace OpenIM.SignalR.Sessions;

/// <summary>How far a session has followed one of the server's lists: what its incremental requests start from.</summary>
/// <param name="ID">The list's life; another one makes the server say that everything must be read anew.</param>
/// <param name="Version">The last change of it that is known.</param>
/// <param name="Time">When that was (ms); 0 when nobody has to know.</param>
[GenerateSerializer, Alias("OpenIM.SignalR.VersionStamp")]
internal sealed record VersionStamp(
    [property: Id(0)] string ID, [property: Id(1)] ulong Version, [property: Id(2)] long Time = 0);
