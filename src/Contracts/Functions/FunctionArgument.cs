namespace OpenIM.SignalR.Contracts;

/// <summary>One positional argument of a function.</summary>
/// <param name="Name">The name in OpenIM's SDK.</param>
/// <param name="Type">
/// As C# would write it: <c>string</c>, <c>int</c>, <c>long</c>, <c>double</c>, <c>bool</c>, <c>string[]</c>, a
/// contract record such as <c>MsgStruct</c> or an array of them, <c>object</c> for JSON without a record,
/// <c>callback</c>.
/// </param>
public sealed record FunctionArgument(string Name, string Type);
