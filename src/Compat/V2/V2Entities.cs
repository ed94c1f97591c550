using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>What the hub returns and tells, as the v2 SDK did: as the text of <c>data</c>.</summary>
internal static class V2Entities
{
    private static readonly V2Reshape Friend = new(
        Added: new() { ["gender"] = 0, ["phoneNumber"] = "", ["birth"] = 0, ["email"] = "" },
        Seconds: ["createTime"], Renamed: new() { ["friendUserID"] = "userID" }, Dropped: ["isPinned"]);

    private static readonly V2Reshape Black = new(
        Added: new() { ["gender"] = 0 }, Seconds: ["createTime"], Renamed: new() { ["blockUserID"] = "userID" });

    private static readonly V2Reshape FriendRequest = new(
        Added: new() { ["fromGender"] = 0, ["toGender"] = 0 }, Seconds: ["createTime", "handleTime"]);

    private static readonly V2Reshape Group = new(Seconds: ["createTime", "notificationUpdateTime"]);

    private static readonly V2Reshape GroupMember = new(Seconds: ["joinTime", "muteEndTime"], RoleLevel: "roleLevel");

    private static readonly V2Reshape GroupRequest = new(
        Added: new() { ["gender"] = 0 }, Seconds: ["createTime", "reqTime", "handledTime"]);

    private static readonly V2Reshape Revoked = new(Seconds: ["revokeTime"], Dropped: ["seq", "ex", "isAdminRevoke"]);

    // v2 clients never learned when an account of a v3.8 server was made: 0, as recorded.
    private static readonly V2Reshape Self = new(
        Added: new() { ["gender"] = 0, ["phoneNumber"] = "", ["birth"] = 0, ["email"] = "", ["createTime"] = 0 });

    /// <summary>The text of <c>data</c> for a result.</summary>
    /// <param name="value">What the hub returned.</param>
    /// <param name="self">Whose result it is: one's own messages have no seq in v2's conversation list.</param>
    public static string Text(object value, string self) => value switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        MessageRevoked revoked => Encode(Revoked.Apply(revoked)),
        MsgStruct message => V2MessageWriter.ToText(message),
        IReadOnlyList<MsgStruct> messages => List(messages.Select(message => V2MessageWriter.ToText(message))),
        LocalConversation conversation => V2ConversationWriter.ToText(conversation, self),
        IReadOnlyList<LocalConversation> list =>
            List(list.Select(conversation => V2ConversationWriter.ToText(conversation, self))),
        GetAdvancedHistoryMessageListCallback page => History(page),
        IReadOnlyList<GetConversationRecvMessageOptResp> options => Options(options, self),
        _ => Reshaped(value),
    };

    /// <summary>What the text of a message that was taken back says about that.</summary>
    public static string Revocation(string detail)
    {
        try
        {
            return JsonSerializer.Deserialize<MessageRevoked>(detail, JsonText.Options) is { } revoked
                ? Encode(Revoked.Apply(revoked))
                : detail;
        }
        catch (JsonException)
        {
            return detail;
        }
    }

    /// <summary>Receipts, with the contentType of the message that they were in v2.</summary>
    public static string Receipts(IReadOnlyList<MessageReceipt> receipts, bool isGroup)
    {
        var contentType = isGroup ? V2ContentType.GroupReceipt : V2ContentType.SingleReceipt;
        return Encode(receipts.Select(receipt => receipt with { MsgFrom = 100, ContentType = contentType }).ToArray());
    }

    /// <summary>
    /// Users and friends as GetUsersInfo had them: a profile, all keys optional, of strangers alone; of others what they
    /// are.
    /// </summary>
    public static object FullUsers(IReadOnlyList<FullUserInfoWithCache> users) =>
        new JsonArray([.. users.Select(user => (JsonNode)new JsonObject
        {
            ["publicInfo"] = user is { FriendInfo: null, BlackInfo: null } ? Profile(user.PublicInfo) : null,
            ["friendInfo"] = user.FriendInfo is { } friend ? Friend.Apply(friend) : null,
            ["blackInfo"] = user.BlackInfo is { } black ? Black.Apply(black) : null,
        })]);

    /// <summary>Messages that were searched or looked for, with v2's ids and messages.</summary>
    public static object Found(object found, string self) => found switch
    {
        SearchLocalMessagesCallback searched => new JsonObject
        {
            ["totalCount"] = searched.TotalCount,
            ["searchResultItems"] = Found(searched.SearchResultItems, self),
        },
        FindMessageListCallback listed => new JsonObject
        {
            ["totalCount"] = listed.TotalCount,
            ["findResultItems"] = Found(listed.FindResultItems, self),
        },
        _ => found,
    };

    private static JsonArray? Found(IReadOnlyList<SearchByConversationResult>? items, string self) => items is null
        ? null
        : new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
        {
            ["conversationID"] = V2Ids.ToV2(item.ConversationID, self),
            ["conversationType"] = item.ConversationType,
            ["showName"] = item.ShowName,
            ["faceURL"] = item.FaceURL,
            ["messageCount"] = item.MessageCount,
            ["messageList"] = JsonNode.Parse(List((item.MessageList ?? []).Select(
                message => V2MessageWriter.ToText(message)))),
        })]);

    private static string Reshaped(object value) => value switch
    {
        JsonNode node => Encode(node),
        LocalUser user => Encode(Self.Apply(user)),
        LocalFriend friend => Encode(Friend.Apply(friend)),
        LocalBlack black => Encode(Black.Apply(black)),
        LocalFriendRequest request => Encode(FriendRequest.Apply(request)),
        LocalGroup group => Encode(Group.Apply(group)),
        GroupInfo group => Encode(Group.Apply(group)),
        LocalGroupMember member => Encode(GroupMember.Apply(member)),
        LocalGroupRequest request => Encode(GroupRequest.Apply(request)),
        IReadOnlyList<LocalFriend> friends => Encode(Friend.ApplyAll(friends)),
        IReadOnlyList<SearchFriendItem> friends => Encode(Friend.ApplyAll(friends)),
        IReadOnlyList<LocalBlack> blacks => Encode(Black.ApplyAll(blacks)),
        IReadOnlyList<LocalFriendRequest> requests => Encode(FriendRequest.ApplyAll(requests)),
        IReadOnlyList<LocalGroup> groups => Encode(Group.ApplyAll(groups)),
        IReadOnlyList<LocalGroupMember> members => Encode(GroupMember.ApplyAll(members)),
        IReadOnlyList<LocalGroupRequest> requests => Encode(GroupRequest.ApplyAll(requests)),
        _ => Encode(value),
    };

    private static string Options(IReadOnlyList<GetConversationRecvMessageOptResp> options, string self) =>
        Encode(options
            .Select(option => option with { ConversationID = V2Ids.ToV2(option.ConversationID, self) })
            .ToArray());

    private static string History(GetAdvancedHistoryMessageListCallback page)
    {
        var messages = page.MessageList ?? [];
        var lastMinSeq = messages.Select(message => message.Seq).DefaultIfEmpty().Min();
        return new JsonObject
        {
            ["messageList"] = JsonNode.Parse(List(messages.Select(message => V2MessageWriter.ToText(message)))),
            ["lastMinSeq"] = lastMinSeq,
            ["isEnd"] = page.IsEnd,
            ["errCode"] = page.ErrCode,
            ["errMsg"] = page.ErrMsg,
        }.ToJsonString(JsonText.Options);
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    private static JsonObject Profile(PublicUser? user)
    {
        var info = new JsonObject();
        AddText(info, "userID", user?.UserID ?? "");
        AddText(info, "nickname", user?.Nickname ?? "");
        AddText(info, "faceURL", user?.FaceURL ?? "");
        AddText(info, "ex", user?.Ex ?? "");
        return info;
    }

    private static void AddText(JsonObject json, string key, string text)
    {
        if (text.Length > 0)
            json[key] = text;
    }

    private static string Encode(object value) =>
        JsonSerializer.Serialize(value, JsonText.Options.GetTypeInfo(value.GetType()));
}
