namespace OpenIM.SignalR.Conformance;

/// <summary>The Sandbox, with its state in memory, against what was recorded from a real OpenIM server v3.8.</summary>
public sealed class UpstreamTests(Player player)
{
    public static TheoryData<string> Files => Recordings.Upstream;

    [Theory]
    [MemberData(nameof(Files))]
    public Task The_Sandbox_answers_like_the_real_server(string file) => player.PlayUpstream(SandboxStore.Memory, file);
}
