using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("GetAdvancedHistoryMessageList")]
    Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageList(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken);

    [Alias("GetAdvancedHistoryMessageListReverse")]
    Task<Result<GetAdvancedHistoryMessageListCallback>> GetAdvancedHistoryMessageListReverse(
        GetAdvancedHistoryMessageListParams request, CancellationToken cancellationToken);

    /// <summary>As <see cref="GetAdvancedHistoryMessageListReverse"/>, also by user or group.</summary>
    [Alias("GetHistoryMessageListReverse")]
    Task<Result<GetAdvancedHistoryMessageListCallback>> GetHistoryMessageListReverse(
        GetHistoryMessageListReverseReq request, CancellationToken cancellationToken);
}
