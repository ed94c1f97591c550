using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static string[] SendKeys => ["message", "recvID", "groupID", "offlinePushInfo"];

    private static V2Function[] Messages =>
    [
        Object("SendMessage", SendKeys, SendArguments) with { WrongArguments = V2Errors.Refused },
        Object("SendMessageNotOss", SendKeys, SendArguments) with { WrongArguments = V2Errors.Refused },
        Object("TypingStatusUpdate", ["recvID", "msgTip"], data => [data.Text("recvID"), data.Text("msgTip")]),
        Json("GetHistoryMessageList",
            data => [History(data)], "GetAdvancedHistoryMessageList", (page,
                _) => ((GetAdvancedHistoryMessageListCallback)page).MessageList ?? []),
        Json("GetHistoryMessageListReverse",
            data => [History(data)], "GetAdvancedHistoryMessageListReverse", (page,
                _) => ((GetAdvancedHistoryMessageListCallback)page).MessageList ?? []),
        Json("GetAdvancedHistoryMessageList", data => [History(data)]),
        Json("FindMessageList", data => [Wanted(data)], result: V2Entities.Found),
        Json("SearchLocalMessages", data => [Search(data)], result: V2Entities.Found),
        Json("RevokeMessage", OfMessage),
        Json("NewRevokeMessage", OfMessage, "RevokeMessage"),
        Json("DeleteMessageFromLocalStorage", OfMessage),
        Json("DeleteMessageFromLocalAndSvr", OfMessage, "DeleteMessage"),
        Ignored("DeleteAllMsgFromLocal"),
        Ignored("DeleteAllMsgFromLocalAndSvr"),
        Raw("ClearC2CHistoryMessage", data => [V2Ids.OfUser(data.Raw, data.Self)], "DeleteConversationMsgFromLocal"),
        Raw("ClearC2CHistoryMessageFromLocalAndSvr", data => [V2Ids.OfUser(data.Raw, data.Self)],
            "ClearConversationAndDeleteAllMsg"),
        Raw("ClearGroupHistoryMessage", data => [V2Ids.OfGroup(data.Raw)], "DeleteConversationMsgFromLocal"),
        Raw("ClearGroupHistoryMessageFromLocalAndSvr", data => [V2Ids.OfGroup(data.Raw)],
            "ClearConversationAndDeleteAllMsg"),
        Object("InsertSingleMessageToLocalStorage", ["message", "recvID", "sendID"],
            data => [data.Message("message"), data.Text("recvID"), data.Text("sendID")]) with
        {
            WrongArguments = V2Errors.NoAddress,
        },
        Object("InsertGroupMessageToLocalStorage", ["message", "groupID", "sendID"],
            data => [data.Message("message"), data.Text("groupID"), data.Text("sendID")]) with
        {
            WrongArguments = V2Errors.NoAddress,
        },
    ];

    // v2 gives the whole message; its ids say which conversation it is in.
    private static object?[] OfMessage(V2Data data)
    {
        var message = data.WholeMessage() ?? new();
        var conversation = !string.IsNullOrEmpty(message.GroupID) ? V2Ids.OfGroup(message.GroupID)
            : V2Ids.OfUser((message.SendID == data.Self ? message.RecvID : message.SendID) ?? "", data.Self);
        return [conversation, message.ClientMsgID ?? ""];
    }

    private static SearchLocalMessagesParams? Search(V2Data data) =>
        data.Whole<SearchLocalMessagesParams>() is { } given
            ? given with { ConversationID = V2Ids.ToV38(given.ConversationID, data.Self) }
            : null;

    private static ConversationArgs[]? Wanted(V2Data data) =>
        data.Whole<IReadOnlyList<ConversationArgs>>()?
            .OfType<ConversationArgs>()
            .Select(given => given with { ConversationID = V2Ids.ToV38(given.ConversationID, data.Self) }).ToArray();

    // With both ids it was always the single chat.
    private static object?[] SendArguments(V2Data data)
    {
        var (recvId, groupId) = (data.Text("recvID"), data.Text("groupID"));
        return
        [
            data.Message("message"), recvId, recvId.Length > 0 ? "" : groupId,
            data.JsonOrEmpty<OfflinePushInfo>("offlinePushInfo"), false,
        ];
    }

    // A conversation is named by its id, or by the user or the group that it is with.
    private static GetAdvancedHistoryMessageListParams History(V2Data data)
    {
        data.MustBeObject();
        var conversation = data.TextOrEmpty("conversationID");
        var user = data.TextOrEmpty("userID");
        return new()
        {
            ConversationID = conversation.Length > 0 ? V2Ids.ToV38(conversation, data.Self)
                : user.Length > 0 ? V2Ids.OfUser(user, data.Self)
                : V2Ids.OfGroup(data.TextOrEmpty("groupID")),
            StartClientMsgID = data.TextOrEmpty("startClientMsgID"),
            Count = data.Has("count") ? data.Number("count") : 0,
        };
    }
}
