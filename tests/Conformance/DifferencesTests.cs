using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenIM.SignalR.Conformance;

/// <summary>
/// Recordings with steps in which the original's behavior is a defect: they are played with what is answered instead, and
/// docs/differences.md names each of those steps.
/// </summary>
public sealed class DifferencesTests(Player player)
{
    // What a step says about what was seen. The rest of it is what is done, and that is played as recorded.
    private static readonly string[] Expectations = ["data", "errCode", "errMsg", "events", "frames", "maybe", "or", "order"];

    public static TheoryData<string, string> Files => Recordings.Differing;

    public static MatrixTheoryData<string, string> ThroughTheHub => Recordings.DifferingThroughTheHub;

    public static TheoryData<string> Legacy => Recordings.DifferingLegacy;

    [Theory]
    [MemberData(nameof(ThroughTheHub))]
    public Task A_hub_client_sees_what_an_app_saw_of_the_SDK_but_for_its_defects(string file, string protocol) =>
        player.PlayDiffering("sdk", file, "--hub", player.Hub, "--protocol", protocol);

    [Theory]
    [MemberData(nameof(Legacy))]
    public Task A_legacy_client_sees_what_it_saw_of_the_old_gateway_but_for_its_defects(string file) =>
        player.PlayDiffering("legacy", file);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_difference_changes_what_is_seen_and_nothing_else(string kind, string file)
    {
        var recording = new DifferingRecording(Player.Folder, kind, file);

        Assert.NotEmpty(recording.Differences);
        Assert.All(recording.Differences, difference =>
        {
            JsonNode recorded = recording.Recorded(difference), here = recording.Here(difference);
            Assert.False(JsonNode.DeepEquals(recorded, here), $"step {difference.Step} is as it was recorded");
            foreach (var expectation in Expectations)
            {
                recorded.AsObject().Remove(expectation);
                here.AsObject().Remove(expectation);
            }

            Assert.True(JsonNode.DeepEquals(recorded, here), $"step {difference.Step} does something else");
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_document_names_each_step_that_differs(string kind, string file)
    {
        var rows = File.ReadLines(Path.Combine(Player.Folder, "..", "..", "docs", "differences.md"))
            .Where(row => row.Contains($"`{kind}/{file}.jsonl`", StringComparison.Ordinal)).ToArray();

        Assert.All(new DifferingRecording(Player.Folder, kind, file).Differences, difference => Assert.Contains(
            rows, row => Regex.IsMatch(row, $@"\b{difference.Step}\b", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Every_list_of_differences_is_played() => Assert.Equal(
        Directory.GetFiles(Path.Combine(Player.Folder, "differing"), "*.jsonl", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file))).Order(),
        Recordings.Differing.Select(row => row.Data).Order());
}
