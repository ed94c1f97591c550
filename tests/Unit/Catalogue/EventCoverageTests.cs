using System.Reflection;
using System.Text.RegularExpressions;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// Each event of the catalogue either happens in a recording that is played or in a test of the sessions, or stands in
/// docs/differences.md among those that are never sent.
/// </summary>
public sealed partial class EventCoverageTests
{
    private const string NeverSent = "## Events that are never sent";

    private static readonly string Root = Path.Combine(
        typeof(EventCoverageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "DocsFolder").Value!, "..");

    public static TheoryData<string> Events =>
        [.. typeof(IOpenImClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_catalogue_holds_82_events_the_other_four_names_are_replies() => Assert.Equal(82, Events.Count);

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_happens_in_a_recording_or_a_test_or_is_said_never_to_be_sent(string name)
    {
        var happens = Happening().Contains(name);
        var isNeverSent = Document().Contains($"`{name}`", StringComparison.Ordinal);

        Assert.True(happens || isNeverSent, $"{name} is in no recording that is played, no test and not in the document");
        Assert.False(happens && isNeverSent, $"{name} happens, and docs/differences.md says that it is never sent");
    }

    private static HashSet<string> Happening()
    {
        var tests = Path.Combine(Root, "tests");
        var played = File.ReadAllText(Path.Combine(tests, "Conformance", "Recordings.cs"));
        var recordings = Directory.GetFiles(Path.Combine(tests, "Conformance", "scenarios"), "*.jsonl", SearchOption.AllDirectories)
            .Where(file => played.Contains($"\"{Path.GetFileNameWithoutExtension(file)}\"", StringComparison.Ordinal))
            .SelectMany(file => RecordedEvent().Matches(File.ReadAllText(file)));
        // The dialects are tested with events of a hub that has no session behind it, which say nothing.
        var sessions = Directory.GetFiles(Path.Combine(tests, "Unit", "Sessions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NamedEvent().Matches(File.ReadAllText(file)));
        return recordings.Concat(sessions).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
    }

    private static string Document()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docs", "differences.md"));
        // The events are in the first column; the reasons name those that are sent instead.
        return string.Join('\n', text[text.IndexOf(NeverSent, StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]));
    }

    [GeneratedRegex("\"event\": ?\"([A-Za-z0-9]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RecordedEvent();

    [GeneratedRegex("(?:\"|IOpenImClient\\.)(On[A-Za-z0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedEvent();
}
