namespace OpenIM.SignalR.Conformance;

/// <summary>Compat against what was recorded from the old gateways and their clients.</summary>
public sealed class LegacyTests(Player player)
{
    public static TheoryData<string> Files => Recordings.Legacy;

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_legacy_client_sees_what_it_saw_of_the_old_gateway(string file) => player.Play("legacy", file);
}
