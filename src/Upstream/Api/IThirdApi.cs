using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>third</c>.</summary>
public interface IThirdApi
{
    /// <summary>Stores the token for offline pushes. The server does not check whose account it is.</summary>
    [Post("/third/fcm_update_token")]
    Task<OpenImResponse<FcmUpdateTokenResp>> FcmUpdateToken(
        [Body] FcmUpdateTokenReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Stores the number that offline pushes count from.</summary>
    [Post("/third/set_app_badge")]
    Task<OpenImResponse<SetAppBadgeResp>> SetAppBadge(
        [Body] SetAppBadgeReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Registers log files that were uploaded.</summary>
    [Post("/third/logs/upload")]
    Task<OpenImResponse<UploadLogsResp>> UploadLogs(
        [Body] UploadLogsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
