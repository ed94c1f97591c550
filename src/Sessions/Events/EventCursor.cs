using System.Globalization;

namespace OpenIM.SignalR.Sessions;

/// <summary>The position of an event, as clients carry it: <c>epoch:offset</c>.</summary>
/// <param name="Epoch">Names one activation of a session. Another one counts anew.</param>
/// <param name="Offset">The event's number within the epoch.</param>
internal readonly record struct EventCursor(string Epoch, long Offset)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Offset}");

    /// <summary>Reads a client's text; false for anything that no session ever gave out.</summary>
    public static bool TryParse(string? text, out EventCursor cursor)
    {
        cursor = default;
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0)
            return false;
        var digits = text.AsSpan(colon + 1);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return false;
        cursor = new EventCursor(text![..colon], offset);
        return true;
    }
}
