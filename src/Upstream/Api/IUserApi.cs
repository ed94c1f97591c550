using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>user</c>.</summary>
public interface IUserApi
{
    /// <summary>Public profiles. Unknown users are left out; an empty list is refused (1001).</summary>
    [Post("/user/get_users_info")]
    Task<OpenImResponse<GetDesignateUsersResp>> GetUsersInfo(
        [Body] GetDesignateUsersReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Changes a profile: what is set is stored, the empty text too; what is absent stays.</summary>
    [Post("/user/update_user_info_ex")]
    Task<OpenImResponse<UpdateUserInfoExResp>> UpdateUserInfoEx(
        [Body] UpdateUserInfoExReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// 0 receive, 1 do not receive, 2 receive without offline push, for all conversations. The server does not check
    /// whose it is.
    /// </summary>
    [Post("/user/set_global_msg_recv_opt")]
    Task<OpenImResponse<SetGlobalRecvMessageOptResp>> SetGlobalMsgRecvOpt(
        [Body] SetGlobalRecvMessageOptReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// The operator's settings for clients, the user's own over the global ones. Servers before 3.8.4 do not have it.
    /// </summary>
    [Post("/user/get_user_client_config")]
    Task<OpenImResponse<GetUserClientConfigResp>> GetUserClientConfig(
        [Body] GetUserClientConfigReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The users that the server says were subscribed to over REST: a 3.8 server always says none.</summary>
    [Post("/user/get_subscribe_users_status")]
    Task<OpenImResponse<GetSubscribeUsersStatusResp>> GetSubscribeUsersStatus(
        [Body] GetSubscribeUsersStatusReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
