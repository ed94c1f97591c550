namespace OpenIM.SignalR.Sandbox;

/// <summary>Who asks, as the token says, by REST or on the gateway.</summary>
/// <param name="UserID">Empty for the few paths that need no token.</param>
/// <param name="PlatformID">The platform of the token.</param>
/// <param name="IsAdmin">Whether the user is one of the server's administrators.</param>
/// <param name="OperationID">The client's name for this request; pushes that it causes carry it.</param>
internal sealed record Caller(string UserID, int PlatformID, bool IsAdmin, string OperationID)
{
    /// <summary>The error for callers that are no administrator, or null.</summary>
    public ServerError? MustBeAdmin() =>
        IsAdmin ? null : ServerErrors.NoPermission($"user {UserID} is not admin userID");

    /// <summary>
    /// The error for callers that are neither <paramref name="ownerUserID"/> nor administrator, or null.
    /// </summary>
    public ServerError? MustBe(string ownerUserID) =>
        IsAdmin || UserID == ownerUserID ? null : ServerErrors.NoPermission($"ownerUserID {ownerUserID}");
}
