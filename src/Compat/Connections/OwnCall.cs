namespace OpenIM.SignalR.Compat.Connections;

/// <summary>A call of the hub that a dialect makes by itself on a client's behalf.</summary>
/// <param name="Row">What the dialect knows its answer by; above all rows of its table of functions.</param>
/// <param name="Method">The hub's method.</param>
/// <param name="Subject">What it is about, for the dialect to find in the answer's key.</param>
/// <param name="Arguments">The method's arguments.</param>
internal sealed record OwnCall(int Row, string Method, string Subject, params object?[] Arguments);
