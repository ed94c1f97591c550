using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace OpenIM.SignalR.Conformance;

/// <summary>One line of a file in <c>differing</c>.</summary>
/// <param name="Step">The number of the step in the recording, counted from one.</param>
/// <param name="Patch">A JSON patch (RFC 6902) that makes what is expected here of what was recorded.</param>
internal sealed record DifferingStep(int Step, JsonPatchDocument Patch);
