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
        new("SetConversationRecvMessageOpt", V2 | V3 | V38, Available, "string conversationID, int opt"),
        new("SetOneConversationRecvMessageOpt", V2, Available,
            "object conversationIDList, int opt, string conversationID"),
        new("DeleteConversation", V2 | V38, Available, "string conversationID"),
        new("DeleteAllConversationFromLocal", V2 | V38, Available),
        new("SetConversationDraft", V2 | V3 | V38, Available, "string conversationID, string draftText"),
        new("ResetConversationGroupAtType", V2 | V3 | V38, Available, "string conversationID"),
        new("PinConversation", V2 | V3 | V38, Available, "string conversationID, bool isPinned"),
        new("SetOneConversationPrivateChat", V2, Available, "string conversationID, bool isPrivate"),
        new("GetTotalUnreadMsgCount", V2 | V3 | V38, Available),
        new("GetAtAllTag", V2 | V3 | V38, Available),
        new("DeleteConversationFromLocalAndSvr", V2, Available, "string conversationID"),
        new("SetConversationMsgDestructTime", V3 | V38, Available, "string conversationID, long msgDestructTime"),
        new("SetConversationIsMsgDestruct", V3 | V38, Available, "string conversationID, bool isMsgDestruct"),
        new("HideConversation", V3 | V38, Available, "string conversationID"),
        new("HideAllConversations", V3 | V38, Available),
        new("SetConversationPrivateChat", V3 | V38, Available, "string conversationID, bool isPrivate"),
        new("SetConversationBurnDuration", V3 | V38, Available, "string conversationID, int burnDuration"),
        new("SetOneConversationEx", V3, Available, "string conversationID, string ex"),
        new("GetConversationIDBySessionType", V3 | V38, Available, "string sourceID, int sessionType"),
        new("SearchConversation", V3 | V38, Available, "string keyword"),
        new("ClearConversationAndDeleteAllMsg", V3 | V38, Available, "string conversationID"),
        new("DeleteConversationAndDeleteAllMsg", V3 | V38, Available, "string conversationID"),
        new("MarkConversationMessageAsRead", V3 | V38, Available, "string conversationID"),
        new("SetConversation", V38, Available, "string conversationID, ConversationReq req"),
        new("ChangeInputStates", V38, Available, "string conversationID, bool focus"),
        new("GetInputStates", V38, Available, "string conversationID, string userID"),
        new("MarkAllConversationMessageAsRead", V38, Available),

        // Made by a closed-source SDK and a server that goes with it; no open one has them.
        new("CreateConversationGroup", V38, NotOnServer, "object req"),
        new("UpdateConversationGroup", V38, NotOnServer, "object req"),
        new("DeleteConversationGroup", V38, NotOnServer, "string conversationGroupID"),
        new("GetConversationGroups", V38, NotOnServer, "int conversationGroupType"),
        new("SetConversationGroupOrder", V38, NotOnServer, "object[] req"),
        new("AddConversationsToGroups", V38, NotOnServer, "string[] conversationIDs, string[] conversationGroupIDs"),
        new("RemoveConversationsFromGroups", V38, NotOnServer, "string[] conversationIDs, string[] conversationGroupIDs"),
        new("GetConversationGroupIDsByConversationID", V38, NotOnServer, "string conversationID"),
        new("GetConversationGroupInfoWithConversations", V38, NotOnServer, "object req"),

        new("SetConversationEx", V38, Available, "string conversationID, string ex"),
        new("HideAllConversation", V3, Available),
    ];
}
