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
    public static string Of(int sessionType, string selfID, string sourceID) => sessionType switch
    {
        SessionType.Single => Between("si_", selfID, sourceID),
        SessionType.WriteGroup => "g_" + sourceID,
        SessionType.Group => "sg_" + sourceID,
        SessionType.Notification => Between("sn_", selfID, sourceID),
        _ => "",
    };

    private static string Between(string prefix, string a, string b) =>
        string.CompareOrdinal(a, b) <= 0 ? $"{prefix}{a}_{b}" : $"{prefix}{b}_{a}";
}
