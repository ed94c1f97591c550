namespace OpenIM.SignalR.Conformance;

/// <summary>The hub against what was recorded from the real SDK core.</summary>
public sealed class HubTests(Player player)
{
    public static MatrixTheoryData<string, string> Files => Recordings.ThroughTheHub;

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_hub_client_sees_what_an_app_saw_of_the_SDK(string file, string protocol) =>
        player.Play("sdk", file, "--hub", player.Hub, "--protocol", protocol);
}
