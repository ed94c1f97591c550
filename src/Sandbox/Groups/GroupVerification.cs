namespace OpenIM.SignalR.Sandbox;

/// <summary>Who comes into a group without being approved (<c>needVerification</c>).</summary>
internal static class GroupVerification
{
    /// <summary>Those who are invited; who applies is approved by the owner or an administrator.</summary>
    public const int ApplicationsNeedApproval = 0;

    /// <summary>Those whom the owner or an administrator invites.</summary>
    public const int AllNeedApproval = 1;

    /// <summary>Everybody.</summary>
    public const int Directly = 2;
}
