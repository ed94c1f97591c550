using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class MessageEndpoints
{
    public static void AddMessages(this IServiceCollection services) => services
        .AddSingleton<MessageFlow>()
        .AddSingleton<MessageLogs>()
        .AddSingleton<SendPermission>()
        .AddSingleton<MessageSender>()
        .AddSingleton<MessageDispatcher>()
        .AddSingleton<MessagePulls>()
        .AddSingleton<MessageSearch>()
        .AddSingleton<ReadPositions>()
        .AddSingleton<MessageRemoval>()
        .AddSingleton<MessageRevocation>()
        .AddSingleton<AdminSending>()
        .AddSingleton<SendStatus>()
        .AddSingleton<SimpleMessages>()
        .AddSingleton<NotificationSender>()
        .AddSingleton<IPushTarget>(services => services.GetRequiredService<GatewayConnections>());

    public static void MapMessages(this RestApi api, IServiceProvider services)
    {
        MapReading(api, services);
        MapChanging(api, services);
        MapSending(api, services);
        var time = services.GetRequiredService<TimeProvider>();
        api.Map<GetServerTimeReq, GetServerTimeResp>(
            "/msg/get_server_time",
            (_, _) => new GetServerTimeResp { ServerTime = time.GetUtcNow().ToUnixTimeMilliseconds() });
    }

    private static void MapReading(RestApi api, IServiceProvider services)
    {
        var pulls = services.GetRequiredService<MessagePulls>();
        api.Map<GetMaxSeqReq, GetMaxSeqResp>("/msg/newest_seq", pulls.NewestSeqs);
        api.Map<PullMessageBySeqsReq, PullMessageBySeqsResp>("/msg/pull_msg_by_seq", pulls.Ranges);

        api.Map<SearchMessageReq, SearchMessageResp>(
            "/msg/search_msg", services.GetRequiredService<MessageSearch>().Search);

        var positions = services.GetRequiredService<ReadPositions>();
        api.Map<GetConversationsHasReadAndMaxSeqReq, GetConversationsHasReadAndMaxSeqResp>(
            "/msg/get_conversations_has_read_and_max_seq", positions.Positions);
        api.Map<MarkConversationAsReadReq, MarkConversationAsReadResp>(
            "/msg/mark_conversation_as_read", positions.MarkConversation);
        api.Map<MarkMsgsAsReadReq, MarkMsgsAsReadResp>("/msg/mark_msgs_as_read", positions.MarkMessages);
        api.Map<SetConversationHasReadSeqReq, SetConversationHasReadSeqResp>(
            "/msg/set_conversation_has_read_seq", positions.SetPosition);
    }

    private static void MapChanging(RestApi api, IServiceProvider services)
    {
        var removal = services.GetRequiredService<MessageRemoval>();
        api.Map<DeleteMsgsReq, DeleteMsgsResp>("/msg/delete_msgs", removal.Delete);
        api.Map<ClearConversationsMsgReq, ClearConversationsMsgResp>("/msg/clear_conversation_msg", removal.Clear);
        api.Map<UserClearAllMsgReq, UserClearAllMsgResp>("/msg/user_clear_all_msg", removal.ClearAll);
        api.Map<DeleteMsgPhysicalBySeqReq, DeleteMsgPhysicalBySeqResp>(
            "/msg/delete_msg_phsical_by_seq", removal.RemoveSilently);
        api.Map<DeleteMsgPhysicalReq, DeleteMsgPhysicalResp>("/msg/delete_msg_physical", removal.RemoveOlder);
        var revocation = services.GetRequiredService<MessageRevocation>();
        api.Map<RevokeMsgReq, RevokeMsgResp>("/msg/revoke_msg", revocation.Revoke);
    }

    private static void MapSending(RestApi api, IServiceProvider services)
    {
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
        api.MapSimpleMessages(services.GetRequiredService<SimpleMessages>());
        var status = services.GetRequiredService<SendStatus>();
        api.Map<GetSendMsgStatusReq, GetSendMsgStatusResp>(
            "/msg/check_msg_is_send_success",
            (caller, _) => new GetSendMsgStatusResp { Status = status.Of(caller.OperationID) });
    }

    /// <summary>Its key is in the query, which the other paths do not look at.</summary>
    private static void MapSimpleMessages(this RestApi api, SimpleMessages rules) =>
        api.Map("/msg/send_simple_msg", async (context, caller) =>
        {
            if (SimpleMessageKey.Parse(context.Request.Query["key"]) is not { } key)
            {
                await Envelope.WriteErrorAsync(
                    context, ServerErrors.Arguments("key is missing or no base64 of JSON"));
                return;
            }
            var body = await RestApi.ReadAsync<SimpleMessageRequest>(context);
            var malformed = body.IsOk ? body.Value.Malformed() : body.Error;
            if (malformed is not null)
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
            var answer = malformed is null ? rules.Send(caller, key, body.Value!) : malformed;
            if (answer.IsOk)
                await Envelope.WriteDataAsync(context, answer.Value);
            else
                await Envelope.WriteErrorAsync(context, answer.Error);
        });

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
