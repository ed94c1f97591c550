using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace OpenIM.SignalR.Conformance;

/// <summary>
/// A recording with steps in which the original's behavior is a defect. <c>differing/KIND/NAME.jsonl</c> says step by step, as
/// JSON patches, what is answered instead; <c>docs/differences.md</c> says why. Everything else must be as recorded, so
/// such a recording is played like any other, with the patched steps in the place of its own.
/// </summary>
/// <param name="folder">The folder of this project.</param>
/// <param name="kind">The folder of the recording: legacy or sdk.</param>
/// <param name="name">The file's name without its ending.</param>
internal sealed class DifferingRecording(string folder, string kind, string name)
{
    // The player reads text as it is in a recording; escapes would only make its messages hard to read.
    private static readonly JsonSerializerOptions Text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The steps that differ, counted from one, as the player counts them.</summary>
    public IReadOnlyList<DifferingStep> Differences { get; } =
    [
        .. Lines(Path.Combine(folder, "differing", kind, $"{name}.jsonl"))
            .Select(line => line.Deserialize<DifferingStep>(JsonSerializerOptions.Web)!),
    ];

    private List<JsonNode> Steps { get; } = [.. Lines(Path.Combine(folder, "scenarios", kind, $"{name}.jsonl"))];

    /// <summary>One step as it was recorded.</summary>
    public JsonNode Recorded(DifferingStep difference) => Steps[difference.Step - 1].DeepClone();

    /// <summary>One step with what is answered here.</summary>
    /// <exception cref="InvalidOperationException">A patch names what the step does not have.</exception>
    public JsonNode Here(DifferingStep difference)
    {
        var step = Recorded(difference);
        difference.Patch.ApplyTo(step, error => throw new InvalidOperationException(
            $"{kind}/{name}, step {difference.Step}: {error.ErrorMessage}"));
        return step;
    }

    /// <summary>Writes the whole recording with the steps that differ replaced.</summary>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task Write(string file, CancellationToken cancellationToken)
    {
        var steps = Steps.ToArray();
        foreach (var difference in Differences)
            steps[difference.Step - 1] = Here(difference);
        return File.WriteAllLinesAsync(file, steps.Select(step => step.ToJsonString(Text)), cancellationToken);
    }

    private static IEnumerable<JsonNode> Lines(string file) => File.ReadLines(file)
        .Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => JsonNode.Parse(line)!);
}
