using System.ComponentModel;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What messages and conversations need of a group. Immutable, so that the cache hands out the object itself.
/// </summary>
[ImmutableObject(true)]
internal sealed record GroupProfile(string Name, string FaceURL, int MemberCount);
