using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    /// <summary>
    /// Watches users and answers their state, in the order asked, each once; from now on OnUserStatusChanged tells what
    /// changes.
    /// </summary>
    [Alias("SubscribeUsersStatus")]
    Task<Result<IReadOnlyList<OnlineStatus>>> SubscribeUsersStatus(
        IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("UnsubscribeUsersStatus")]
    Task<Result> UnsubscribeUsersStatus(IReadOnlyList<string> userIDs, CancellationToken cancellationToken);

    [Alias("GetSubscribeUsersStatus")]
    Task<Result<IReadOnlyList<OnlineStatus>>> GetSubscribeUsersStatus(CancellationToken cancellationToken);
}
