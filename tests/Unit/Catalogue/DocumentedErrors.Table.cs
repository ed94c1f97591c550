namespace OpenIM.SignalR.Unit.Catalogue;

internal static partial class DocumentedErrors
{
    private static Dictionary<string, string> Table => new(StringComparer.Ordinal)
    {
        ["AcceptFriendApplication"] =
            "req: empty 1001, huge 1004; req.toUserID: empty 1001, unknown 1004; otherwise 1001 or 1305",
        ["AcceptGroupApplication"] =
            "groupID: empty 1001, unknown 1004; fromUserID: empty 1001, unknown 1004; otherwise 1206",
        ["AddBlack"] = "userID: empty 1001, unknown 1004, foreign ok; otherwise 500",
        ["AddFriend"] =
            "req: empty 1001, huge 1004; req.toUserID: empty 1001, unknown 1004, foreign ok; otherwise 1304",
        ["ChangeGroupMemberMute"] =
            "groupID: empty 1001, unknown 1004, foreign 1002; userID: empty 1001, unknown 1004; "
            + "mutedSeconds: negative 10002",
        ["ChangeGroupMute"] = "groupID: empty 1001, unknown 1002",
        ["ChangeInputStates"] = "conversationID: empty 1001, unknown 10005",
        ["CheckFriend"] = "userIDs: null ok",
        ["ClearConversationAndDeleteAllMsg"] = "conversationID: empty unknown 10005",
        ["CreateAdvancedQuoteMessage"] = "messageEntityList: null ok, nulls 10002",
        ["CreateAdvancedTextMessage"] = "messageEntityList: null ok, nulls 10002",
        ["CreateForwardMessage"] = "message: empty 10002; message.status: number 10002",
        ["CreateGroup"] =
            "req: empty 10401, huge 1002; req.memberUserIDs: nulls 1001, unknown 1101; "
            + "req.groupInfo: empty 10401; req.adminUserIDs: nulls 1001, unknown 1101; "
            + "req.ownerUserID: unknown 1002; otherwise 1202",
        ["CreateImageMessageByURL"] = "bigPicture: null ok; snapshotPicture: null ok",
        ["CreateMergerMessage"] = "messages: null ok, nulls 10002; summaries: null ok",
        ["CreateTextAtMessage"] =
            "text: empty 10005; userIDs: null ok, many 10002; atUsersInfo: null ok, nulls 10002; "
            + "message: null ok",
        ["DeleteConversation"] = "conversationID: empty unknown 10005",
        ["DeleteConversationAndDeleteAllMsg"] = "conversationID: empty unknown 10005",
        ["DeleteConversationMsgFromLocal"] = "conversationID: empty unknown 10005",
        ["DeleteFriend"] = "userID: empty 1001",
        ["DeleteMessage"] = "conversationID: empty unknown 10005; clientMsgID: empty unknown 10005",
        ["DeleteMessageFromLocalStorage"] = "conversationID: empty unknown 10005; clientMsgID: empty unknown 10005",
        ["DeleteMessages"] =
            "req: empty huge 10005; req.conversationID: empty unknown 10005; req.clientMsgIDs: unknown 10005",
        ["DismissGroup"] = "groupID: empty 1001, unknown 1004, foreign 1002",
        ["FetchSurroundingMessages"] = "req: empty 10002; req.startMessage: empty 10002",
        ["FindMessageList"] = "options: nulls 10002",
        ["GetAdvancedHistoryMessageList"] = "options.startClientMsgID: unknown 10005",
        ["GetAdvancedHistoryMessageListReverse"] = "options.startClientMsgID: unknown 10005",
        ["GetFriendListPage"] = "offset: negative 10002, great 10005; count: negative 10002",
        ["GetGroupApplicationListAsRecipient"] = "req.groupIDs: nulls ok, unknown 1002",
        ["GetGroupMemberList"] =
            "groupID: empty 1001; filter: negative great 10005; offset: negative 10002; count: negative 10002",
        ["GetGroupMemberListByJoinTimeFilter"] =
            "groupID: empty 1001; offset: negative 10002; count: negative 10002; filterUserIDs: null ok",
        ["GetGroupMemberOwnerAndAdmin"] = "groupID: empty 1001",
        ["GetHistoryMessageListReverse"] = "req.startClientMsgID: unknown 10005",
        ["GetJoinedGroupListPage"] = "offset: negative 10002, great 10005; count: negative 10002",
        ["GetSpecifiedGroupMembersInfo"] = "userIDs: null ok",
        ["GetUserStatus"] = "userIDs: many 10002",
        ["GetUsersInfoFromSrv"] = "userIDs: empty 1001",
        ["GetUsersInfoWithCache"] = "groupID: unknown 1002",
        ["GetUsersInGroup"] = "userIDs: null ok",
        ["HideConversation"] = "conversationID: empty unknown 10005",
        ["InitSDK"] = "config: null ok; config.logLevel: negative 10002",
        ["InsertGroupMessageToLocalStorage"] =
            "message: huge ok or 10002; groupID: empty 10002, unknown 10400, foreign 10005; "
            + "sendID: empty huge 10002; otherwise 10002",
        ["InsertSingleMessageToLocalStorage"] =
            "message: huge ok or 10002; recvID: empty 10002, unknown 10002 or 10005, foreign ok or 10002 or 10005; "
            + "sendID: empty 10002, unknown 10002 or 10005, foreign ok or 10002 or 10005; otherwise 10002",
        ["InviteUserToGroup"] =
            "groupID: empty 1001, unknown 1004, foreign 1002; "
            + "userIDs: null empty nulls many 1001, unknown 1004, foreign ok or 500; otherwise 500",
        ["JoinGroup"] =
            "groupID: empty 1001, unknown 1004, foreign ok or 1001; joinSource: number 1001; otherwise 1001",
        ["KickGroupMember"] =
            "groupID: empty foreign 1001, unknown 1004; "
            + "userIDs: null empty nulls many 1001, unknown 1101, foreign ok or 1101; otherwise 1101",
        ["Login"] = "userID: empty unknown 1502; token: empty unknown 1503",
        ["MarkConversationMessageAsRead"] = "conversationID: empty unknown 10005",
        ["MarkMessagesAsReadByMsgID"] = "conversationID: empty unknown 10005",
        ["PinConversation"] = "conversationID: empty unknown 10005",
        ["PinFriends"] = "toUserIDs: null empty nulls many 1001",
        ["QuitGroup"] = "groupID: empty 1001, unknown 1004",
        ["RefuseFriendApplication"] =
            "req: empty 1001, huge 1004; req.toUserID: empty 1001, unknown 1004; otherwise 1001 or 1305",
        ["RefuseGroupApplication"] =
            "groupID: empty 1001, unknown 1004; fromUserID: empty 1001, unknown 1004; otherwise 1206",
        ["RemoveBlack"] = "userID: empty 1001",
        ["ResetConversationGroupAtType"] = "conversationID: empty unknown 10005",
        ["RevokeMessage"] = "conversationID: empty unknown 10005; clientMsgID: empty unknown 10005; otherwise 1404",
        ["SearchConversation"] = "keyword: empty 10002",
        ["SearchFriends"] = "param: empty 10002; param.keywordList: empty nulls 10002",
        ["SearchGroupMembers"] =
            "param: empty 10002; param.groupID: empty 1001; param.keywordList: empty nulls 10002; "
            + "param.offset: negative 10002; param.count: negative 10002",
        ["SearchGroups"] = "param: empty 10002; param.keywordList: empty nulls 10002",
        ["SearchLocalMessages"] =
            "param: empty 10005; param.pageIndex: zero negative 10005; "
            + "param.count: zero negative 10005",
        ["SendMessage"] =
            "message: empty huge 10002; message.clientMsgID: empty 10002; message.contentType: number 10205; "
            + "recvID: unknown 1004, foreign ok, huge 10002; offlinePushInfo: null ok, huge 10002; "
            + "otherwise 10204",
        ["SendMessageNotOss"] =
            "message: empty huge 10002; message.clientMsgID: empty 10002; message.contentType: number 10205; "
            + "recvID: unknown 1004, foreign ok, huge 10002; offlinePushInfo: null ok, huge 10002; "
            + "otherwise 10204",
        ["SetConversation"] = "conversationID: empty unknown 10005",
        ["SetConversationBurnDuration"] = "conversationID: empty unknown 10005",
        ["SetConversationDraft"] = "conversationID: empty unknown 10005; draftText: huge 10002; otherwise 10002",
        ["SetConversationEx"] = "conversationID: empty unknown 10005",
        ["SetConversationIsMsgDestruct"] = "conversationID: empty unknown 10005",
        ["SetConversationMsgDestructTime"] = "conversationID: empty unknown 10005",
        ["SetConversationPrivateChat"] = "conversationID: empty unknown 10005",
        ["SetConversationRecvMessageOpt"] = "conversationID: empty unknown 10005",
        ["SetFriendsEx"] = "toUserIDs: null empty nulls many 1001",
        ["SetGlobalRecvMessageOpt"] = "opt: negative great 1001",
        ["SetGroupApplyMemberFriend"] = "groupID: empty unknown 1004",
        ["SetGroupInfo"] = "info: empty huge 1004; info.groupID: empty unknown 1004",
        ["SetGroupLookMemberInfo"] = "groupID: empty unknown 1004",
        ["SetGroupMemberInfo"] =
            "info: empty huge 1001; info.groupID: empty unknown 1001, foreign 1002; "
            + "info.userID: empty unknown 1001; info.roleLevel: number 1001",
        ["SetGroupMemberNickname"] = "groupID: empty unknown 1001, foreign 1002; userID: empty unknown 1001",
        ["SetGroupMemberRoleLevel"] =
            "groupID: empty unknown 1001, foreign 1002; userID: empty unknown 1001; roleLevel: number 1001",
        ["SetGroupVerification"] = "groupID: empty unknown 1004",
        ["SetMessageLocalContent"] =
            "conversationID: empty unknown 10005; message: empty 10002, huge 10005; "
            + "message.clientMsgID: empty 10002, unknown 10005; otherwise 10002",
        ["SetMessageLocalEx"] =
            "conversationID: empty unknown 10005; clientMsgID: empty unknown 10005; localEx: huge 10002; "
            + "otherwise 10002",
        ["SetOneConversationEx"] = "conversationID: empty unknown 10005",
        ["SubscribeUsersStatus"] = "userIDs: many 10002",
        ["TransferGroupOwner"] = "groupID: empty foreign 1001, unknown 1004; newOwnerUserID: empty unknown 1001",
        ["TypingStatusUpdate"] = "recvID: empty huge 10002, unknown 1004, foreign ok; msgTip: huge 10002",
        ["UpdateFcmToken"] = "fcmToken: empty 1001",
        ["UpdateFriends"] = "req: empty 1001; req.friendUserIDs: empty nulls 1001",
    };
}
