using System.Globalization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// Reads the code and the text of a failed call. The hub throws a HubException <c>&lt;code&gt; &lt;message&gt;</c>,
/// which SignalR wraps:
/// <c>An unexpected error occurred invoking 'X' on the server. HubException: 10102 User has logged in repeatedly</c>.
/// </summary>
internal static class HubError
{
    private const string Marker = " HubException: ";

    /// <summary>The error that the hub meant; <see cref="Errors.Internal"/> for any other failure.</summary>
    public static OpenImError Read(string text)
    {
        var at = text.IndexOf(Marker, StringComparison.Ordinal);
        return at < 0 ? Errors.Internal : ReadBare(text.AsSpan(at + Marker.Length));
    }

    /// <summary>Reads <c>&lt;code&gt; &lt;message&gt;</c>.</summary>
    public static OpenImError ReadBare(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        return space > 0 && int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new OpenImError(code, text[(space + 1)..].ToString())
            : new OpenImError(ErrorCode.Unknown, text.ToString());
    }
}
