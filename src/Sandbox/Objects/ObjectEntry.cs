namespace OpenIM.SignalR.Sandbox;

/// <summary>A name below <c>/object/</c> and what is there.</summary>
/// <param name="Name">The name, <c>userID/…</c> but for administrators.</param>
/// <param name="UserID">Who put it there.</param>
/// <param name="Key">The key of the <see cref="StoredContent"/>.</param>
/// <param name="Group">The client's word for what it is for; <c>cause</c> in requests.</param>
/// <param name="CreateTime">Unix milliseconds.</param>
internal sealed record ObjectEntry(
    string Name, string UserID, string Key, string ContentType, string Group, long CreateTime);
