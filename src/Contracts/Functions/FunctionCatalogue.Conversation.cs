using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] ConversationFunctions =>
    [
        new("GetAllConversationList", V2 | V3 | V38, Available),
        new("GetConversationListSplit", V2 | V3 | V38, Available, "int offset, int count"),
        new("GetOneConversation", V2 | V3 | V38, Available, "int sessionType, string sourceID"),
        new("GetMultipleConversation", V2 | V3 | V38, Available, "string[] conversationIDs"),
        new("GetConversationRecvMessageOpt", V2 | V3 | V38, Available, "string[] conversationIDs"),
        new("SetConversationRecvMessageOpt", V2 | V3 | V38, NotYet, "string conversationID, int opt"),
        new("SetOneConversationRecvMessageOpt", V2, NotYet,
            "object conversationIDList, int opt, string conversationID"),
        new("DeleteConversation", V2 | V38, NotYet, "string conversationID"),
        new("DeleteAllConversationFromLocal", V2 | V38, NotYet),
        new("SetConversationDraft", V2 | V3 | V38, NotYet, "string conversationID, string draftText"),
        new("ResetConversationGroupAtType", V2 | V3 | V38, NotYet, "string conversationID"),
        new("PinConversation", V2 | V3 | V38, NotYet, "string conversationID, bool isPinned"),
        new("SetOneConversationPrivateChat", V2, NotYet, "string conversationID, bool isPrivate"),
        new("GetTotalUnreadMsgCount", V2 | V3 | V38, Available),
        new("GetAtAllTag", V2 | V3 | V38, Available),
        new("DeleteConversationFromLocalAndSvr", V2, NotYet, "string conversationID"),
        new("SetConversationMsgDestructTime", V3 | V38, NotYet, "string conversationID, int msgDestructTime"),
        new("SetConversationIsMsgDestruct", V3 | V38, NotYet, "string conversationID, bool isMsgDestruct"),
        new("HideConversation", V3 | V38, NotYet, "string conversationID"),
        new("HideAllConversations", V3 | V38, NotYet),
        new("SetConversationPrivateChat", V3 | V38, NotYet, "string conversationID, bool isPrivate"),
        new("SetConversationBurnDuration", V3 | V38, NotYet, "string conversationID, int burnDuration"),
        new("SetOneConversationEx", V3, NotYet, "string conversationID, string ex"),
        new("GetConversationIDBySessionType", V3 | V38, Available, "string sourceID, int sessionType"),
        new("SearchConversation", V3 | V38, NotYet, "string keyword"),
        new("ClearConversationAndDeleteAllMsg", V3 | V38, NotYet, "string conversationID"),
        new("DeleteConversationAndDeleteAllMsg", V3 | V38, NotYet, "string conversationID"),
        new("MarkConversationMessageAsRead", V3 | V38, Available, "string conversationID"),
        new("SetConversation", V38, NotYet, "string conversationID, ConversationReq req"),
        new("ChangeInputStates", V38, Available, "string conversationID, bool focus"),
        new("GetInputStates", V38, Available, "string conversationID, string userID"),
        new("MarkAllConversationMessageAsRead", V38, Available),
        new("CreateConversationGroup", V38, NotYet, "object req"),
        new("UpdateConversationGroup", V38, NotYet, "object req"),
        new("DeleteConversationGroup", V38, NotYet, "string conversationGroupID"),
        new("GetConversationGroups", V38, NotYet, "int conversationGroupType"),
        new("SetConversationGroupOrder", V38, NotYet, "object[] req"),
        new("AddConversationsToGroups", V38, NotYet, "string[] conversationIDs, string[] conversationGroupIDs"),
        new("RemoveConversationsFromGroups", V38, NotYet, "string[] conversationIDs, string[] conversationGroupIDs"),
        new("GetConversationGroupIDsByConversationID", V38, NotYet, "string conversationID"),
        new("GetConversationGroupInfoWithConversations", V38, NotYet, "object req"),
        new("SetConversationEx", V38, NotYet, "string conversationID, string ex"),
        new("HideAllConversation", V3, NotYet),
    ];
}
