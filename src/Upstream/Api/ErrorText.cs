namespace OpenIM.SignalR.Upstream;

/// <summary>
/// What clients are told of an error of the server: its name and detail, but neither the server's own call trace, which
/// it appends to errors of parsing, nor the text of its database behind a plain 500.
/// </summary>
internal static class ErrorText
{
    private const int PlainError = 500;

    /// <summary>The server repeats ids in its texts, of whatever length they were.</summary>
    private const int Longest = 512;

    private const string Trace = " | -> ";

    public static string Of(int code, string name, string detail = "")
    {
        if (code == PlainError)
            return "ServerInternalError";
        var text = detail.Length == 0 ? name : $"{name} {detail}";
        var end = text.IndexOf(Trace, StringComparison.Ordinal);
        if (end >= 0)
            text = text[..end];
        return text.Length <= Longest ? text : text[..Longest] + "...";
    }
}
