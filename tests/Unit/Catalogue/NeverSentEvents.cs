namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>The events that <c>docs/differences.md</c> says are never sent.</summary>
internal static class NeverSentEvents
{
    private const string Heading = "## Events that are never sent";

    public static IReadOnlySet<string> Names { get; } = Read();

    private static HashSet<string> Read()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolders.Docs, "differences.md"));
        // The events are in the first column; the reasons name those that are sent instead.
        return text[text.IndexOf(Heading, StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Trim(' ', '`')).ToHashSet(StringComparer.Ordinal);
    }
}
