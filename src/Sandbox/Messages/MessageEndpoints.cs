using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class MessageEndpoints
{
    public static void AddMessages(this IServiceCollection services) => services
        .AddSingleton<MessageLogs>()
        .AddSingleton<SendPermission>()
        .AddSingleton<MessageSender>()
        .AddSingleton<MessageDispatcher>()
        .AddSingleton<MessagePulls>()
        .AddSingleton<ReadPositions>()
        .AddSingleton<MessageRemoval>()
        .AddSingleton<MessageRevocation>()
        .AddSingleton<AdminSending>()
        .AddSingleton<SendStatus>()
        .AddSingleton<NotificationSender>()
        .AddSingleton<IPushTarget>(services => services.GetRequiredService<GatewayConnections>())
        .AddSingleton<IGroupDirectory, NoGroups>()
        .AddSingleton<IRelations, NoRelations>();

    public static void MapMessages(this RestApi api, IServiceProvider services)
    {
        var pulls = services.GetRequiredService<MessagePulls>();
        api.Map<GetMaxSeqReq, GetMaxSeqResp>("/msg/newest_seq", pulls.NewestSeqs);
        api.Map<PullMessageBySeqsReq, PullMessageBySeqsResp>("/msg/pull_msg_by_seq", pulls.Ranges);

        var positions = services.GetRequiredService<ReadPositions>();
        api.Map<GetConversationsHasReadAndMaxSeqReq, GetConversationsHasReadAndMaxSeqResp>(
            "/msg/get_conversations_has_read_and_max_seq", positions.Positions);
        api.Map<MarkConversationAsReadReq, MarkConversationAsReadResp>(
            "/msg/mark_conversation_as_read", positions.MarkConversation);
        api.Map<MarkMsgsAsReadReq, MarkMsgsAsReadResp>("/msg/mark_msgs_as_read", positions.MarkMessages);
        api.Map<SetConversationHasReadSeqReq, SetConversationHasReadSeqResp>(
            "/msg/set_conversation_has_read_seq", positions.SetPosition);

        var removal = services.GetRequiredService<MessageRemoval>();
        api.Map<DeleteMsgsReq, DeleteMsgsResp>("/msg/delete_msgs", removal.Delete);
        api.Map<ClearConversationsMsgReq, ClearConversationsMsgResp>("/msg/clear_conversation_msg", removal.Clear);
        api.Map<UserClearAllMsgReq, UserClearAllMsgResp>("/msg/user_clear_all_msg", removal.ClearAll);
        api.Map<DeleteMsgPhysicalBySeqReq, DeleteMsgPhysicalBySeqResp>(
            "/msg/delete_msg_phsical_by_seq", removal.RemoveSilently);
        api.Map<RevokeMsgReq, RevokeMsgResp>("/msg/revoke_msg", services.GetRequiredService<MessageRevocation>().Revoke);

        var sending = services.GetRequiredService<AdminSending>();
        api.MapBound<SendMessageRequest, SentMessage>(
            "/msg/send_msg", ServerErrors.Arguments, request => request.Malformed(), sending.Send);
        api.MapBound<BatchSendMessageRequest, BatchSentMessages>(
            "/msg/batch_send_msg", ServerErrors.Arguments, request => request.Malformed(), sending.SendToMany);
        api.MapBound<BusinessNotificationRequest, SentMessage>(
            "/msg/send_business_notification",
            ServerErrors.Arguments,
            request => request.Malformed(),
            sending.SendBusinessNotification);
        var status = services.GetRequiredService<SendStatus>();
        api.Map<GetSendMsgStatusReq, GetSendMsgStatusResp>(
            "/msg/check_msg_is_send_success",
            (caller, _) => new GetSendMsgStatusResp { Status = status.Of(caller.OperationID) });

        var time = services.GetRequiredService<TimeProvider>();
        api.Map<GetServerTimeReq, GetServerTimeResp>(
            "/msg/get_server_time",
            (_, _) => new GetServerTimeResp { ServerTime = time.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    public static void MapMessages(this GatewayRequests requests, IServiceProvider services)
    {
        var pulls = services.GetRequiredService<MessagePulls>();
        requests.Map<GetMaxSeqReq, GetMaxSeqResp>(GatewayRequest.GetNewestSeq, pulls.NewestSeqs);
        requests.Map<PullMessageBySeqsReq, PullMessageBySeqsResp>(GatewayRequest.PullMsgBySeqList, pulls.Ranges);
        requests.Map<GetSeqMessageReq, GetSeqMessageResp>(GatewayRequest.PullMsg, pulls.Seqs);
        requests.Map<GetLastMessageReq, GetLastMessageResp>(GatewayRequest.PullConvLastMessage, pulls.Last);
        requests.Map<GetConversationsHasReadAndMaxSeqReq, GetConversationsHasReadAndMaxSeqResp>(
            GatewayRequest.GetConvMaxReadSeq, services.GetRequiredService<ReadPositions>().Positions);

        var sender = services.GetRequiredService<MessageSender>();
        var dispatcher = services.GetRequiredService<MessageDispatcher>();
        requests.Map<MsgData>(GatewayRequest.SendMsg, (connection, caller, message) =>
        {
            var answer = sender.Accept(caller, message);
            if (answer.IsOk)
                connection.AfterAnswer(() => dispatcher.Dispatch(message, caller.OperationID));
            return new Answer<Google.Protobuf.IMessage?>(answer.Value, answer.Error);
        });
    }
}
