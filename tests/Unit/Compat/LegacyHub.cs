using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>Some of the hub's functions, with answers that tests can tell apart.</summary>
internal sealed class LegacyHub(LegacyHub.Calls calls) : Hub
{
    private string Group => $"{Context.User!.FindFirst(TokenAuthentication.UserIdClaim)!.Value} Web";

    public override Task OnConnectedAsync()
    {
        calls.Connected.Enqueue(Context.ConnectionId);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        calls.Disconnected.Enqueue(Context.ConnectionId);
        return Task.CompletedTask;
    }

    public async Task Login(string userID, string token)
    {
        calls.Seen.Enqueue($"Login {userID} {token}");
        if (token.StartsWith("kicked", StringComparison.Ordinal))
            throw new HubException("1506 TokenKickedError");
        await Groups.AddToGroupAsync(Context.ConnectionId, Group);
    }

    public void Logout() => calls.Seen.Enqueue("Logout");

    public int GetLoginStatus() => 3;

    public string GetLoginUserID() => Group[..^" Web".Length];

    public string GetAtAllTag() => "AtAllTag";

    public LocalUser GetSelfUserInfo() => new() { UserID = GetLoginUserID(), Nickname = "nick", CreateTime = 1_700_000_000_000 };

    public MsgStruct CreateTextMessage(string text) => new()
    {
        ClientMsgID = "m1",
        SendID = GetLoginUserID(),
        ContentType = 101,
        SenderPlatformID = 5,
        Status = 1,
        TextElem = new TextElem { Content = text },
    };

    public MsgStruct CreateLocationMessage(string description, double longitude, double latitude) => new()
    {
        ContentType = 109,
        LocationElem = new LocationElem { Description = description, Longitude = longitude, Latitude = latitude },
    };

    public MsgStruct CreateFaceMessage(int index, string data) =>
        new() { ContentType = 115, FaceElem = new FaceElem { Index = index, Data = data } };

    public MsgStruct CreateCardMessage(CardElem? card) => new() { ContentType = 108, CardElem = card };

    public MsgStruct CreateQuoteMessage(string text, MsgStruct? message) =>
        new() { ContentType = 114, QuoteElem = new QuoteElem { Text = text, QuoteMessage = message } };

    public MsgStruct CreateTextAtMessage(
        string text, IReadOnlyList<string>? userIDs, IReadOnlyList<AtInfo>? atUsersInfo, MsgStruct? message) => text.Length == 0
        ? throw new HubException("10005 text can not be empty")
        : new()
        {
            ContentType = 106,
            AtTextElem = new AtTextElem { Text = text, AtUserList = userIDs, AtUsersInfo = atUsersInfo, QuoteMessage = message },
        };

    public MsgStruct SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly)
    {
        calls.Seen.Enqueue($"SendMessage {message.SenderPlatformID} {message.TextElem?.Content} {recvID} {groupID} {isOnlineOnly}");
        return message with { RecvID = recvID, SessionType = 1, Status = 2, ServerMsgID = "s1" };
    }

    public IReadOnlyList<LocalConversation> GetAllConversationList() => [Conversation];

    public IReadOnlyList<LocalConversation> GetConversationListSplit(int offset, int count) => [];

    public IReadOnlyList<LocalConversation> GetMultipleConversation(IReadOnlyList<string> conversationIDs)
    {
        calls.Seen.Enqueue($"GetMultipleConversation {string.Join(' ', conversationIDs)}");
        return [.. conversationIDs.Where(id => id.EndsWith("known", StringComparison.Ordinal))
            .Select(id => new LocalConversation { ConversationID = id, LatestMsgSendTime = 1, ShowName = "known" })];
    }

    public int GetTotalUnreadMsgCount() => 7;

    public IReadOnlyList<PublicUser> GetUsersInfo(IReadOnlyList<string> userIDs) =>
        [.. userIDs.Select(id => new PublicUser { UserID = id, Nickname = $"n{id}" })];

    public void MarkConversationMessageAsRead(string conversationID) => calls.Seen.Enqueue($"Mark {conversationID}");

    public void MarkUnreadConversationAsRead(string conversationID)
    {
        if (conversationID == "si_read")
            throw new HubException("10303 unread count has zero");
        calls.Seen.Enqueue($"Mark {conversationID}");
    }

    public void QuitGroup(string groupID)
    {
        if (groupID == "no")
            throw new HubException("1004 RecordNotFoundError");
        calls.Seen.Enqueue($"QuitGroup {groupID}");
    }

    public void MarkMessagesAsReadByMsgID(string conversationID, IReadOnlyList<string> clientMsgIDs) =>
        calls.Seen.Enqueue($"Mark {conversationID} {string.Join(' ', clientMsgIDs)}");

    public GetAdvancedHistoryMessageListCallback GetAdvancedHistoryMessageList(GetAdvancedHistoryMessageListParams options)
    {
        calls.Seen.Enqueue($"History {options.ConversationID} {options.StartClientMsgID} {options.Count}");
        return new() { MessageList = [CreateTextMessage("old") with { Seq = 4 }], IsEnd = true };
    }

    public void RevokeMessage(string conversationID, string clientMsgID) =>
        calls.Seen.Enqueue($"Revoke {conversationID} {clientMsgID}");

    public void DeleteMessage(string conversationID, string clientMsgID) =>
        calls.Seen.Enqueue($"Delete {conversationID} {clientMsgID}");

    public void DeleteConversationMsgFromLocal(string conversationID) => calls.Seen.Enqueue($"Empty {conversationID}");

    public SearchLocalMessagesCallback SearchLocalMessages(SearchLocalMessagesParams param) => new()
    {
        TotalCount = 1,
        SearchResultItems =
        [
            new() { ConversationID = param.ConversationID, MessageCount = 1, MessageList = [CreateTextMessage("found")] },
        ],
    };

    /// <summary>Fails as a bug would when nobody is asked for; else a friend, a blocked user, and strangers.</summary>
    public IReadOnlyList<FullUserInfoWithCache> GetUsersInfoWithCache(IReadOnlyList<string> userIDs, string groupID) =>
        userIDs.Count == 0
            ? throw new InvalidOperationException("a secret of the gateway")
            : [.. userIDs.Select(id => new FullUserInfoWithCache
            {
                PublicInfo = new PublicUser { UserID = id, Nickname = $"n{id}" },
                FriendInfo = id == "friend" ? Friend : null,
                BlackInfo = id == "blocked" ? Blocked : null,
            })];

    public GroupInfo CreateGroup(CreateGroupReq req)
    {
        calls.Seen.Enqueue($"CreateGroup {req.GroupInfo!.GroupType} {req.GroupInfo.GroupName} owner {req.OwnerUserID} "
            + $"admins {string.Join(' ', req.AdminUserIDs!)} members {string.Join(' ', req.MemberUserIDs!)}");
        return req.GroupInfo with { GroupID = "g1", CreateTime = 1_700_000_000_000 };
    }

    public void JoinGroup(string groupID, string reqMsg, int joinSource, string ex) =>
        calls.Seen.Enqueue($"JoinGroup {groupID} {reqMsg} {joinSource}");

    public void SetGroupInfo(SetGroupInfoExReq info) =>
        calls.Seen.Enqueue($"SetGroupInfo {info.GroupID} {info.GroupName} {info.Notification ?? "-"} {info.NeedVerification}");

    public void InviteUserToGroup(string groupID, string reason, IReadOnlyList<string> userIDs) =>
        calls.Seen.Enqueue($"InviteUserToGroup {groupID} {reason} {string.Join(' ', userIDs)}");

    public void KickGroupMember(string groupID, string reason, IReadOnlyList<string> userIDs) =>
        throw new HubException("1002 NoPermissionError");

    public void SetGroupMemberRoleLevel(string groupID, string userID, int roleLevel) =>
        calls.Seen.Enqueue($"SetGroupMemberRoleLevel {groupID} {userID} {roleLevel}");

    public IReadOnlyList<LocalGroupMember> GetGroupMemberList(string groupID, int filter, int offset, int count) =>
        filter < 0
            ? throw new HubException("10005 filter args failed")
            : [new() { GroupID = groupID, UserID = $"{filter} {offset} {count}", RoleLevel = 60, JoinTime = 1_700_000_000_000 }];

    public IReadOnlyList<LocalGroupMember> GetGroupMemberListByJoinTimeFilter(
        string groupID, int offset, int count, long joinTimeBegin, long joinTimeEnd, IReadOnlyList<string> filterUserIDs) =>
        [new() { UserID = $"{joinTimeBegin} {joinTimeEnd} {string.Join(' ', filterUserIDs)}", RoleLevel = 20 }];

    public IReadOnlyList<FullUserInfoWithCache> GetFriendListWithBlackInfo(bool filterBlack) =>
        [new() { FriendInfo = Friend }, new() { FriendInfo = Friend with { UserID = "blocked" }, BlackInfo = Blocked }];

    public IReadOnlyList<FullUserInfoWithCache> GetSpecifiedFriendsWithBlackInfo(
        IReadOnlyList<string> userIDs, bool filterBlack) =>
        [.. userIDs.Select(id => new FullUserInfoWithCache { FriendInfo = Friend with { UserID = id } })];

    public IReadOnlyList<LocalBlack> GetBlackList() => [Blocked];

    public IReadOnlyList<SearchFriendItem> SearchFriends(SearchFriendsParam param) =>
        param.KeywordList is not [{ } keyword, ..]
            ? throw new HubException("10002 Invalid input arguments keyword is null or search field all false")
            : [new SearchFriendItem { UserID = $"{keyword} {param.IsSearchRemark}", Relationship = 1 }];

    public void AddFriend(ApplyToAddFriendReq req) => calls.Seen.Enqueue($"AddFriend {req.ToUserID} {req.ReqMsg}");

    public void SetFriendRemark(string toUserID, string remark) => calls.Seen.Enqueue($"SetFriendRemark {toUserID} {remark}");

    public void PinFriends(IReadOnlyList<string>? toUserIDs, bool isPinned) =>
        calls.Seen.Enqueue($"PinFriends {string.Join(' ', toUserIDs ?? ["none"])} {isPinned}");

    public void AddBlack(string userID, string ex) => calls.Seen.Enqueue($"AddBlack {userID} '{ex}'");

    public void DeleteFriend(string userID) => calls.Seen.Enqueue($"DeleteFriend {userID}");

    private static LocalFriend Friend { get; } = new()
    {
        OwnerUserID = "me", UserID = "friend", Remark = "dear", CreateTime = 1_700_000_000,
    };

    public static LocalBlack Blocked { get; } = new() { OwnerUserID = "me", BlockUserID = "blocked" };

    /// <summary>Answers only when the test says so.</summary>
    public Task NetworkStatusChanged() => calls.Gate.Task;

    public static LocalConversation Conversation { get; } = new()
    {
        ConversationID = "si_alice_bob",
        ConversationType = 1,
        UserID = "bob",
        ShowName = "bob",
        UnreadCount = 1,
        BurnDuration = 30,
        LatestMsg = """{"clientMsgID":"m0","sendID":"bob","contentType":101,"senderPlatformID":5,"textElem":{"content":"hi"}}""",
    };

    /// <summary>What the hub was asked, for tests to look at.</summary>
    internal sealed class Calls
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        public ConcurrentQueue<string> Connected { get; } = new();

        public ConcurrentQueue<string> Disconnected { get; } = new();

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
