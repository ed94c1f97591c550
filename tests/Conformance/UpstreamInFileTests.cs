namespace OpenIM.SignalR.Conformance;

/// <summary>The same with a Sandbox that keeps its state in a file. A class of its own, so that both sets play at once.</summary>
public sealed class UpstreamInFileTests(Player player)
{
    public static TheoryData<string> Files => Recordings.Upstream;

    [Theory]
    [MemberData(nameof(Files))]
    public Task The_Sandbox_with_a_file_answers_like_the_real_server(string file) =>
        player.PlayUpstream(SandboxStore.File, file);
}
