using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    /// <summary>The hub's method that marks a whole conversation as read.</summary>
    public const string MarkAll = "MarkConversationMessageAsRead";

    /// <summary>The hub's method that marks some messages as read.</summary>
    public const string MarkSome = "MarkMessagesAsReadByMsgID";

    private static V2Function[] Conversations =>
    [
        Ignored("GetAllConversationList"),
        Object("GetConversationListSplit", ["offset", "count"], data => [data.Number("offset"), data.Number("count")]),
        Object("GetOneConversation", ["sourceID", "sessionType"], data => [SessionType(data), data.Text("sourceID")]),
        Json("GetMultipleConversation", data => [data.ConversationIds(data.Whole<IReadOnlyList<string>>())]),
        Row("GetConversationRecvMessageOpt", null, V2Shape.ObjectOrJson, ["conversationIDList"],
            data => [RecvOptIds(data)], null),
        Row("SetConversationRecvMessageOpt", "SetConversationsRecvMessageOpt", V2Shape.Object,
            ["conversationIDList", "opt"], data => [RecvOptIds(data), data.Number("opt")], null),

        // The old server looked for the list and read the one id.
        Row("SetOneConversationRecvMessageOpt", "SetConversationRecvMessageOpt", V2Shape.Object,
            ["conversationIDList", "opt"], data => [Id(data), data.Number("opt")], null),
        Object("SetOneConversationPrivateChat", ["conversationID", "isPrivate"],
            data => [Id(data), data.Boolean("isPrivate")], "SetConversationPrivateChat"),
        Object("PinConversation", ["conversationID", "isPinned"], data => [Id(data), data.Boolean("isPinned")]),
        Object("SetConversationDraft", ["conversationID", "draftText"], data => [Id(data), data.Text("draftText")]),
        Raw("ResetConversationGroupAtType", data => [RawId(data)]),
        Raw("DeleteConversation", data => [RawId(data)]),
        Ignored("DeleteAllConversationFromLocal"),
        Raw("DeleteConversationFromLocalAndSvr", data => [RawId(data)], "DeleteConversationAndDeleteAllMsg"),
        Ignored("GetTotalUnreadMsgCount"),
        Ignored("GetAtAllTag"),

        // The clients have it and the old server did not.
        Object("GetConversationIDBySessionType", ["sourceID", "sessionType"],
            data => [data.Text("sourceID"), SessionType(data)], result: (id, self) => V2Ids.ToV2((string)id, self)),

        // No list of messages means the whole conversation.
        Mark(Object("MarkC2CMessageAsRead", ["userID", "msgIDList"],
            data => MarkArguments(data, V2Ids.OfUser(data.Text("userID"), data.Self)), MarkAll)),
        Mark(Object("MarkGroupMessageAsRead", ["groupID", "msgIDList"],
            data => MarkArguments(data, V2Ids.OfGroup(data.Text("groupID"))), MarkAll)),
        Mark(Object("MarkMessageAsReadByConID", ["conversationID", "msgIDList"],
            data => MarkArguments(data, V2Ids.ToV38(data.Text("conversationID"), data.Self)), MarkAll)),
        Raw("MarkGroupMessageHasRead", data => [V2Ids.OfGroup(data.Raw)], MarkAll),
    ];

    private static string Id(V2Data data) => V2Ids.ToV38(data.Text("conversationID"), data.Self);

    private static string RawId(V2Data data) => V2Ids.ToV38(data.Raw, data.Self);

    private static int SessionType(V2Data data) => V2Ids.SessionTypeToV38(data.Number("sessionType"));

    private static IReadOnlyList<string>? RecvOptIds(V2Data data) => data.ConversationIds(
        data.Has("conversationIDList")
            ? data.Json<IReadOnlyList<string>>("conversationIDList")
            : data.Whole<IReadOnlyList<string>>());

    private static V2Function Mark(V2Function function) => function with
    {
        ChooseMethod = data => data.Json<IReadOnlyList<string>>("msgIDList") is { Count: > 0 } ? MarkSome : MarkAll,
    };

    private static object?[] MarkArguments(V2Data data, string conversationId) =>
        data.Json<IReadOnlyList<string>>("msgIDList") is { Count: > 0 } ids ? [conversationId, ids] : [conversationId];
}
