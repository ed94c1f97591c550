namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Arguments with one mistake, and what they must be answered with.</summary>
/// <param name="Text">For people.</param>
/// <param name="Arguments">As a client gives them.</param>
/// <param name="Codes">The codes of the dialect, one of which it must be; 0 is success.</param>
internal sealed record WrongArguments(string Text, string Arguments, IReadOnlyCollection<int> Codes);
