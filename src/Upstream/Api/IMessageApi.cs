using OpenIM.SignalR.Upstream.Wire;
using Refit;

namespace OpenIM.SignalR.Upstream;

/// <summary>OpenIM's REST service <c>msg</c>.</summary>
public interface IMessageApi
{
    /// <summary>Revokes a message for all who got it. 1404 when that was done before.</summary>
    [Post("/msg/revoke_msg")]
    Task<OpenImResponse<RevokeMsgResp>> RevokeMsg(
        [Body] RevokeMsgReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Marks messages as read and tells their sender. The last seq becomes the read one.</summary>
    [Post("/msg/mark_msgs_as_read")]
    Task<OpenImResponse<MarkMsgsAsReadResp>> MarkMsgsAsRead(
        [Body] MarkMsgsAsReadReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Marks a conversation as read up to a seq. 1004 without a row of that conversation.</summary>
    [Post("/msg/mark_conversation_as_read")]
    Task<OpenImResponse<MarkConversationAsReadResp>> MarkConversationAsRead(
        [Body] MarkConversationAsReadReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>
    /// The seqs that the user has read and the largest ones; an empty list asks for all conversations.
    /// </summary>
    [Post("/msg/get_conversations_has_read_and_max_seq")]
    Task<OpenImResponse<GetConversationsHasReadAndMaxSeqResp>> GetConversationsHasReadAndMaxSeq(
        [Body] GetConversationsHasReadAndMaxSeqReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Moves the read seq forward and tells the user's other devices.</summary>
    [Post("/msg/set_conversation_has_read_seq")]
    Task<OpenImResponse<SetConversationHasReadSeqResp>> SetConversationHasReadSeq(
        [Body] SetConversationHasReadSeqReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Hides all messages of conversations from the user, or from both sides.</summary>
    [Post("/msg/clear_conversation_msg")]
    Task<OpenImResponse<ClearConversationsMsgResp>> ClearConversationMsg(
        [Body] ClearConversationsMsgReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Hides all messages of all conversations from the user.</summary>
    [Post("/msg/user_clear_all_msg")]
    Task<OpenImResponse<UserClearAllMsgResp>> UserClearAllMsg(
        [Body] UserClearAllMsgReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>Hides messages from the user, or from both sides.</summary>
    [Post("/msg/delete_msgs")]
    Task<OpenImResponse<DeleteMsgsResp>> DeleteMsgs(
        [Body] DeleteMsgsReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);

    /// <summary>The server's time in milliseconds.</summary>
    [Post("/msg/get_server_time")]
    Task<OpenImResponse<GetServerTimeResp>> GetServerTime(
        [Body] GetServerTimeReq request, [Header("token")] string token,
        [Header("operationID")] string operationID, CancellationToken cancellationToken);
}
