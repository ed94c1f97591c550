namespace OpenIM.SignalR.Contracts;

/// <summary>
/// Who a session belongs to: a user on a platform. Its text, <c>userID platformName</c> (for example <c>alice Web</c>),
/// is the key of the session's grain and the name of its SignalR group.
/// </summary>
public readonly record struct SessionKey(string UserId, int PlatformId)
{
    /// <inheritdoc />
    public override string ToString() => $"{UserId} {Platform.NameOf(PlatformId)}";

    /// <summary>
    /// Reads the text form back. User ids may hold spaces, so the platform is what follows the last one.
    /// </summary>
    public static SessionKey Parse(string text)
    {
        var at = text.LastIndexOf(' ');
        var platform = at < 0 ? 0 : Platform.IdOf(text.AsSpan(at + 1));
        return platform == 0
            ? throw new FormatException("A session key is 'userID platformName'.")
            : new(text[..at], platform);
    }
}
