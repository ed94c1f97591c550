namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Makes clientMsgIDs: 32 hex digits, as every OpenIM client makes them. They must not collide; nobody may conclude
/// anything from them, so that the fast generator does.
/// </summary>
internal static class MessageID
{
    public static string New() => Random.Shared.GetHexString(32, lowercase: true);
}
