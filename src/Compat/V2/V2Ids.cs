namespace OpenIM.SignalR.Compat.V2;

/// <summary>
/// Conversation ids of v2 and v3.8.
/// <code>
///   v2                      v3.8
///   single_&lt;peer&gt;           si_&lt;a&gt;_&lt;b&gt;, the two user ids in order
///   group_&lt;g&gt;               sg_&lt;g&gt;: a v3.8 server has working groups only
///   super_group_&lt;g&gt;         sg_&lt;g&gt;
///   notification_&lt;source&gt;   sn_&lt;a&gt;_&lt;b&gt;, source and self in order
/// </code>
/// </summary>
internal static class V2Ids
{
    private const string Single = "single_";
    private const string Group = "group_";
    private const string SuperGroup = "super_group_";
    private const string Notification = "notification_";

    private const int GroupType = 2;
    private const int SuperGroupType = 3;

    /// <summary>The v3.8 id of a v2 id; any other text is left as it is, and then belongs to no conversation.</summary>
    public static string ToV38(string id, string self) => id switch
    {
        _ when id.StartsWith(Single, StringComparison.Ordinal) => OfUser(id[Single.Length..], self),
        _ when id.StartsWith(SuperGroup, StringComparison.Ordinal) => OfGroup(id[SuperGroup.Length..]),
        _ when id.StartsWith(Group, StringComparison.Ordinal) => OfGroup(id[Group.Length..]),
        _ when id.StartsWith(Notification, StringComparison.Ordinal) => Between("sn_", id[Notification.Length..], self),
        _ => id,
    };

    /// <summary>The v3.8 id of the single chat with a user.</summary>
    public static string OfUser(string userId, string self) => Between("si_", userId, self);

    /// <summary>The v3.8 id of the conversation of a group.</summary>
    public static string OfGroup(string groupId) => $"sg_{groupId}";

    /// <summary>The v2 id of a v3.8 one.</summary>
    public static string ToV2(string id, string self)
    {
        if (id.StartsWith("si_", StringComparison.Ordinal))
            return $"{Single}{Other(id.AsSpan("si_".Length), self)}";
        if (id.StartsWith("sn_", StringComparison.Ordinal))
            return $"{Notification}{Other(id.AsSpan("sn_".Length), self)}";
        if (id.StartsWith("sg_", StringComparison.Ordinal))
            return SuperGroup + id["sg_".Length..];
        return id.StartsWith("g_", StringComparison.Ordinal) ? Group + id["g_".Length..] : id;
    }

    /// <summary>The v3.8 session type of a v2 one.</summary>
    public static int SessionTypeToV38(int sessionType) => sessionType == GroupType ? SuperGroupType : sessionType;

    private static string Between(string prefix, string other, string self) =>
        string.CompareOrdinal(other, self) < 0 ? $"{prefix}{other}_{self}" : $"{prefix}{self}_{other}";

    // Ids may hold underscores themselves: it is one's own that is known.
    private static ReadOnlySpan<char> Other(ReadOnlySpan<char> pair, string self) =>
        pair.StartsWith(self) && pair.Length > self.Length && pair[self.Length] == '_'
            ? pair[(self.Length + 1)..]
            : pair[..Math.Max(0, pair.Length - self.Length - 1)];
}
