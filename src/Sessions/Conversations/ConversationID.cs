namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The ids of conversations. User ids may hold underscores, so that nobody can read the users back out of an id.
/// </summary>
internal static class ConversationID
{
    /// <summary>Prefix of the conversations that carry notifications beside a chat.</summary>
    public const string NotificationPrefix = "n_";

    /// <summary>
    /// The id of the conversation with a user or a group, or an empty text when there is no such kind.
    /// </summary>
    public static string Of(int sessionType, string selfID, string sourceID)
    {
        if (PrefixOf(sessionType) is not { } prefix)
            return "";
        var (first, second) = Users(selfID, sourceID);
        return SessionType.IsBetweenTwo(sessionType) ? $"{prefix}{first}_{second}" : prefix + sourceID;
    }

    /// <summary>Whether <see cref="Of"/> gives this id, found out without making it.</summary>
    public static bool IsOf(ReadOnlySpan<char> conversationID, int sessionType, string selfID, string sourceID)
    {
        if (PrefixOf(sessionType) is not { } prefix || !conversationID.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        var ids = conversationID[prefix.Length..];
        if (!SessionType.IsBetweenTwo(sessionType))
            return ids.SequenceEqual(sourceID);
        var (first, second) = Users(selfID, sourceID);
        return ids.Length == first.Length + 1 + second.Length
            && ids.StartsWith(first, StringComparison.Ordinal)
            && ids[first.Length] == '_'
            && ids.EndsWith(second, StringComparison.Ordinal);
    }

    private static string? PrefixOf(int sessionType) => sessionType switch
    {
        SessionType.Single => "si_",
        SessionType.WriteGroup => "g_",
        SessionType.Group => "sg_",
        SessionType.Notification => "sn_",
        _ => null,
    };

    private static (string First, string Second) Users(string a, string b) =>
        string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
