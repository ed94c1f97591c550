using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>jssdk</c>, made for clients that keep nothing.</summary>
public interface IJssdkApi
{
    /// <summary>These conversations with last message, read positions, peer and group.</summary>
    [Post("/jssdk/get_conversations")]
    Task<OpenImResponse<GetJssdkConversationsResp>> GetConversations(
        [Body] GetJssdkConversationsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// The newest conversations, pinned ones first, with last message, read positions, peer and group. 100 when the
    /// count is not in 1 to 500.
    /// </summary>
    [Post("/jssdk/get_active_conversations")]
    Task<OpenImResponse<GetActiveConversationsResp>> GetActiveConversations(
        [Body] GetActiveConversationsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
