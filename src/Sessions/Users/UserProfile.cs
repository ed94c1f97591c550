using System.ComponentModel;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What everybody may know of a user, as kept in the shared cache. Declared immutable so that the cache hands out the
/// object itself instead of a copy parsed anew for every reader.
/// </summary>
[ImmutableObject(true)]
internal sealed record UserProfile(string UserID, string Nickname, string FaceURL, string Ex, long CreateTime)
{
    /// <summary>The form that clients get.</summary>
    public PublicUser ToPublicUser() =>
        new() { UserID = UserID, Nickname = Nickname, FaceURL = FaceURL, Ex = Ex, CreateTime = CreateTime };
}
