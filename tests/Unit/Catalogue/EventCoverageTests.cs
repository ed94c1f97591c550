using System.Text.Json;
using System.Text.RegularExpressions;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// Each event of the catalogue either is demanded by a recording that is played or by a test of the sessions, or stands
/// in docs/differences.md among those that are never sent. The forms that the dialects give it are
/// <see cref="Compat.EventFormTests"/>'s.
/// </summary>
public sealed partial class EventCoverageTests
{
    /// <summary>What a test may say of an event without demanding it.</summary>
    private static readonly string[] NoDemand = ["Raise(", "ring.Add(", "DoesNotContain", "Assert.Equal(0, Count(", "Assert.Empty(", "//"];

    private static readonly HashSet<string> Demanded = [.. OfRecordings(), .. OfTests()];

    public static TheoryData<string> Events =>
        [.. typeof(IOpenImClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_catalogue_holds_82_events_the_other_four_names_are_replies() => Assert.Equal(82, Events.Count);

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_demanded_by_a_recording_or_a_test_or_is_said_never_to_be_sent(string name)
    {
        var isDemanded = Demanded.Contains(name);
        var isNeverSent = NeverSentEvents.Names.Contains(name);

        Assert.True(
            isDemanded || isNeverSent, $"no recording that is played and no test demands {name}, and it is not in the document");
        Assert.False(isDemanded && isNeverSent, $"{name} happens, and docs/differences.md says that it is never sent");
    }

    // A recording demands the events of its steps, but for those that may be missing.
    private static IEnumerable<string> OfRecordings()
    {
        var conformance = Path.Combine(RepositoryFolders.Root, "tests", "Conformance");
        var played = File.ReadAllText(Path.Combine(conformance, "Recordings.cs"));
        foreach (var file in Directory.GetFiles(Path.Combine(conformance, "scenarios"), "*.jsonl", SearchOption.AllDirectories))
        {
            if (!played.Contains($"\"{Path.GetFileNameWithoutExtension(file)}\"", StringComparison.Ordinal))
                continue;
            foreach (var step in File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line)))
            {
                var maybe = step.TryGetProperty("maybe", out var names)
                    ? names.EnumerateArray().Select(name => name.GetString()).ToArray()
                    : [];
                foreach (var one in Items(step, "events").Concat(Items(step, "frames")))
                {
                    if (one.TryGetProperty("event", out var name) && !one.TryGetProperty("optional", out _)
                        && !maybe.Contains(name.GetString()))
                        yield return name.GetString()!;
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement step, string key) =>
        step.TryGetProperty(key, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    // The dialects are tested with events of a hub that has no session behind it, which say nothing.
    private static IEnumerable<string> OfTests() =>
        Directory.GetFiles(Path.Combine(RepositoryFolders.Root, "tests", "Unit", "Sessions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => !NoDemand.Any(word => line.Contains(word, StringComparison.Ordinal)))
            .SelectMany(line => NamedEvent().Matches(line)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("(?:\"|IOpenImClient\\.)(On[A-Za-z0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedEvent();
}
