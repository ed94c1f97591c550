using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    private static string[] SendKeys => ["message", "recvID", "groupID", "offlinePushInfo"];

    private static V2Function[] Messages =>
    [
        Object("SendMessage", SendKeys, SendArguments),
        Object("SendMessageNotOss", SendKeys, SendArguments),
        Object("TypingStatusUpdate", ["recvID", "msgTip"], data => [data.Text("recvID"), data.Text("msgTip")]),
        Json("GetHistoryMessageList",
            data => [History(data)], "GetAdvancedHistoryMessageList", (page,
                _) => ((GetAdvancedHistoryMessageListCallback)page).MessageList ?? []),
        Json("GetAdvancedHistoryMessageList", data => [History(data)]),
    ];

    // With both ids it was always the single chat.
    private static object?[] SendArguments(V2Data data)
    {
        var recvId = data.Text("recvID");
        return
        [
            data.Message("message"), recvId, recvId.Length > 0 ? "" : data.Text("groupID"),
            data.Json<OfflinePushInfo>("offlinePushInfo"), false,
        ];
    }

    // A conversation is named by its id, or by the user or the group that it is with.
    private static GetAdvancedHistoryMessageListParams History(V2Data data)
    {
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
