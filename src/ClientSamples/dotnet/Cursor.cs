namespace OpenIM.SignalR.ChatSample;

/// <summary>A place in a session's events: <c>epoch:offset</c>. Offsets of one epoch are consecutive.</summary>
internal static class Cursor
{
    /// <summary>Whether <paramref name="cursor"/> comes after <paramref name="seen"/>. Another epoch is a newer one.</summary>
    public static bool IsAfter(string cursor, string seen)
    {
        var (epoch, offset) = Parse(cursor);
        var (seenEpoch, seenOffset) = Parse(seen);
        return epoch != seenEpoch || offset > seenOffset;
    }

    private static (string Epoch, long Offset) Parse(string cursor)
    {
        var colon = cursor.LastIndexOf(':');
        return (cursor[..colon], long.Parse(cursor.AsSpan(colon + 1)));
    }
}
