using System.Text.Json;

namespace OpenIM.SignalR.Gateway;

/// <summary>One entry of the gateway's JSON console log.</summary>
/// <param name="Level">Trace, Debug, Information, Warning, Error or Critical.</param>
/// <param name="Category">The logger's name.</param>
/// <param name="Message">The formatted text.</param>
/// <param name="Exception">The exception with its stack, if the entry had one.</param>
public sealed record LogLine(string Level, string Category, string Message, string? Exception)
{
    /// <summary>Whether a healthy gateway never writes such an entry.</summary>
    public bool IsError => Level is "Error" or "Critical";

    public override string ToString() => $"{Level} {Category}: {Message}{(Exception is null ? "" : "\n" + Exception)}";

    /// <summary>Reads a line of output; what is no log entry (the start-up text) gives null.</summary>
    internal static LogLine? Parse(string line)
    {
        if (!line.StartsWith("{\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            var entry = json.RootElement;
            return entry.TryGetProperty("LogLevel", out var level)
                ? new LogLine(
                    level.GetString() ?? "",
                    Text(entry, "Category") ?? "",
                    Text(entry, "Message") ?? "",
                    Text(entry, "Exception"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetString() : null;
}
