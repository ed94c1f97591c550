using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>conversation</c>.</summary>
public interface IConversationApi
{
    /// <summary>All conversation rows of a user.</summary>
    [Post("/conversation/get_all_conversations")]
    Task<OpenImResponse<GetAllConversationsResp>> GetAllConversations(
        [Body] GetAllConversationsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>These conversation rows; unknown ones are left out.</summary>
    [Post("/conversation/get_conversations")]
    Task<OpenImResponse<GetConversationsResp>> GetConversations(
        [Body] GetConversationsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// Changes settings of a conversation for users: what is set is stored, what is absent stays. Makes the row when
    /// there is none.
    /// </summary>
    [Post("/conversation/set_conversations")]
    Task<OpenImResponse<SetConversationsResp>> SetConversations(
        [Body] SetConversationsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The ids of all conversations, or only that their hash is equal.</summary>
    [Post("/conversation/get_full_conversation_ids")]
    Task<OpenImResponse<GetFullOwnerConversationIDsResp>> GetFullConversationIDs(
        [Body] GetFullOwnerConversationIDsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>What has changed since a version; <c>full</c> means that the caller must read the list anew.</summary>
    [Post("/conversation/get_incremental_conversations")]
    Task<OpenImResponse<GetIncrementalConversationResp>> GetIncrementalConversations(
        [Body] GetIncrementalConversationReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Conversation rows by page (from 1).</summary>
    [Post("/conversation/get_owner_conversation")]
    Task<OpenImResponse<GetOwnerConversationResp>> GetOwnerConversation(
        [Body] GetOwnerConversationReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The ids of conversations that are received without a notice (recvMsgOpt 2).</summary>
    [Post("/conversation/get_not_notify_conversation_ids")]
    Task<OpenImResponse<GetNotNotifyConversationIDsResp>> GetNotNotifyConversationIDs(
        [Body] GetNotNotifyConversationIDsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
