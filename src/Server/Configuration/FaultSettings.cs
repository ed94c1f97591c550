using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Server;

/// <summary>The faults of the Sandbox, <c>Sandbox:Latency</c> and so on.</summary>
internal static class FaultSettings
{
    public static FaultOptions Read(ConfigurationReader reader)
    {
        var defaults = new FaultOptions();
        var most = TimeSpan.FromMinutes(1);
        var options = new FaultOptions
        {
            Latency = reader.Duration("Sandbox:Latency", defaults.Latency, TimeSpan.Zero, most),
            LatencyJitter = reader.Duration("Sandbox:LatencyJitter", defaults.LatencyJitter, TimeSpan.Zero, most),
            RefusalRate = reader.Share("Sandbox:RefusalRate", defaults.RefusalRate),
            RefusalCode = reader.Number("Sandbox:RefusalCode", defaults.RefusalCode, 1, int.MaxValue),
            UnavailableRate = reader.Share("Sandbox:UnavailableRate", defaults.UnavailableRate),
            DisconnectRate = reader.Share("Sandbox:DisconnectRate", defaults.DisconnectRate),
            LostAnswerRate = reader.Share("Sandbox:LostAnswerRate", defaults.LostAnswerRate),
            DropRate = reader.Share("Sandbox:DropRate", defaults.DropRate),
            FaultTargets = reader.Text("Sandbox:FaultTargets") ?? defaults.FaultTargets,
            FaultSeed = reader.Number("Sandbox:FaultSeed", defaults.FaultSeed, 0, int.MaxValue),
        };
        foreach (var (option, problem) in options.Validate())
            reader.Report($"Sandbox:{option}", problem);
        return options;
    }
}
