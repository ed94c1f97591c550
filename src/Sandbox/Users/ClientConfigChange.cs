namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The body of <c>/user/set_user_client_config</c>. Not the message of the wire: that has no form for a null.
/// </summary>
internal sealed record ClientConfigChange
{
    /// <summary>The user; empty for everybody.</summary>
    public string? UserID { get; init; }

    /// <summary>New values by their keys; null takes a key away.</summary>
    public Dictionary<string, string?>? Configs { get; init; }
}
