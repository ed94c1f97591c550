using System.Globalization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What faults are for, as <see cref="FaultOptions.FaultTargets"/> names it.</summary>
internal sealed class FaultTargets
{
    private const string HandshakeName = "handshake";

    private readonly List<string> _paths = [];
    private readonly HashSet<int> _identifiers = [];
    private readonly bool _isEmpty;
    private readonly bool _hasHandshake;

    public FaultTargets(string targets)
    {
        var names = Split(targets);
        _isEmpty = names.Length == 0;
        foreach (var name in names)
        {
            if (name.StartsWith('/'))
                _paths.Add(name);
            else if (IsIdentifier(name, out var identifier))
                _identifiers.Add(identifier);
            else
                _hasHandshake = true;
        }
    }

    public bool IncludesHandshake => _isEmpty || _hasHandshake;

    /// <summary>The first name that is none, or null.</summary>
    public static string? FindUnknown(string targets) => Split(targets).FirstOrDefault(name =>
        !name.StartsWith('/') && !IsIdentifier(name, out _) && name != HandshakeName);

    /// <summary>A request or push of the gateway.</summary>
    public bool Includes(int reqIdentifier) => _isEmpty || _identifiers.Contains(reqIdentifier);

    /// <summary>A REST request.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isUsers">Whether it came with a user's token, not with an administrator's or none.</param>
    public bool Includes(string path, bool isUsers) =>
        _isEmpty ? isUsers : _paths.Exists(start => path.StartsWith(start, StringComparison.Ordinal));

    private static string[] Split(string targets) =>
        targets.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsIdentifier(string name, out int identifier) =>
        int.TryParse(name, NumberStyles.None, null, out identifier);
}
