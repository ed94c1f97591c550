namespace OpenIM.SignalR.Conformance;

/// <summary>What a Sandbox keeps its state in.</summary>
public enum SandboxStore
{
    Memory,
    File,
}
