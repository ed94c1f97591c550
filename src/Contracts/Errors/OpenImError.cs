namespace OpenIM.SignalR.Contracts;

/// <summary>
/// An error as OpenIM's clients know it: a code of <see cref="ErrorCode"/> or of the server, and a text for people.
/// </summary>
/// <param name="Code">The number that clients test for.</param>
/// <param name="Message">The text, without the code and without anything internal (types, paths, addresses).</param>
public sealed record OpenImError(int Code, string Message)
{
    /// <summary>The form that travels to hub clients: <c>&lt;code&gt; &lt;message&gt;</c>.</summary>
    public override string ToString() => $"{Code} {Message}";
}
