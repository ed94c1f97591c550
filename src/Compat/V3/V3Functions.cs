using System.Collections.Frozen;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// The functions that v3 clients call: all of the catalogue that v3 or v3.8 knows. Most are the hub's methods as they
/// are; the table lists the others, one line a function.
/// </summary>
internal static class V3Functions
{
    private static readonly FrozenDictionary<string, V3Difference> Differences = new Dictionary<string, V3Difference>(
        StringComparer.Ordinal)
    {
        ["Login"] = new(NeedsNoLogin: true),
        ["InitSDK"] = new(NeedsNoLogin: true, IsWithoutEffect: true),
        ["UnInitSDK"] = new(NeedsNoLogin: true, IsWithoutEffect: true),

        // npm 3.4.1 sends one argument less than 3.5.2.
        ["SendMessage"] = new(OptionalArguments: 1, TellsArgumentsError: true),
        ["SendMessageNotOss"] = new(OptionalArguments: 1, TellsArgumentsError: true),
        ["JoinGroup"] = new(OptionalArguments: 1),
        ["AddBlack"] = new(OptionalArguments: 1),

        // v3.8 has arguments that v3 did not have.
        ["GetFriendApplicationListAsRecipient"] = new(OptionalArguments: 1),
        ["GetFriendApplicationListAsApplicant"] = new(OptionalArguments: 1),
        ["GetGroupApplicationListAsRecipient"] = new(OptionalArguments: 1),
        ["GetGroupApplicationListAsApplicant"] = new(OptionalArguments: 1),

        // One object in v3, its values in v3.8.
        ["SetFriendRemark"] = new(OneObject: V3Object.Of<SetFriendRemarkParams>(
            static given => [given.ToUserID, given.Remark])),
        ["PinFriends"] = new(OneObject: V3Object.Of<SetFriendPinParams>(
            static given => [given.ToUserID, given.IsPinned ?? false])),

        // In v3 an empty text is none, in v3.8 it is what the group is to have.
        ["SetGroupInfo"] = new(OneObject: V3Object.Of<SetGroupInfoExReq>(static given => [given with
        {
            GroupName = GivenOrNull(given.GroupName),
            Notification = GivenOrNull(given.Notification),
            Introduction = GivenOrNull(given.Introduction),
            FaceURL = GivenOrNull(given.FaceURL),
        }])),

        // With what they are to the one who asks.
        ["GetUsersInfo"] = new(Method: "GetUsersInfoWithCache", OptionalArguments: 1),
        ["GetFriendList"] = new(Method: "GetFriendListWithBlackInfo", OptionalArguments: 1),
        ["GetFriendListPage"] = new(Method: "GetFriendListPageWithBlackInfo", OptionalArguments: 1),
        ["GetSpecifiedFriendsInfo"] = new(Method: "GetSpecifiedFriendsWithBlackInfo", OptionalArguments: 1),

        // An error when there is nothing to do.
        ["MarkConversationMessageAsRead"] = new(Method: "MarkUnreadConversationAsRead"),

        // Of the SDK's own checks those whose error kept its code.
        // An empty text is what npm 3.x sends when no message is quoted.
        ["CreateTextAtMessage"] = new(TellsArgumentsError: true, EmptyTextIsNone: true),
        ["TypingStatusUpdate"] = new(TellsArgumentsError: true),
        ["InsertSingleMessageToLocalStorage"] = new(TellsArgumentsError: true),
        ["InsertGroupMessageToLocalStorage"] = new(TellsArgumentsError: true),

        // The reply is named after the SDK's method.
        ["SetConversationPrivateChat"] = new(ReplyEvent: "SetOneConversationPrivateChat"),
        ["SetConversationBurnDuration"] = new(ReplyEvent: "SetOneConversationBurnDuration"),
        ["SetConversationRecvMessageOpt"] = new(ReplyEvent: "SetOneConversationRecvMessageOpt"),
        ["DeleteAllMsgFromLocal"] = new(ReplyEvent: "DeleteAllMessageFromLocalStorage"),
        ["GetUsersInfoFromSrv"] = new(ReplyEvent: "GetUsersInfo"),
        ["SetSelfInfoEx"] = new(ReplyEvent: "SetSelfInfo"),

        // npm 3.5.2 misspells it.
        ["HideAllConversation"] = new(Method: "HideAllConversations"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly V3Function?[] ByRow =
    [
        .. FunctionCatalogue.All.Select((info, row) => info.Dialects == FunctionDialects.V2
            ? null
            : new V3Function(row, info, Differences.GetValueOrDefault(info.Name))),
    ];

    private static readonly FrozenDictionary<string, V3Function> ByName =
        ByRow.OfType<V3Function>().ToFrozenDictionary(function => function.Info.Name, StringComparer.Ordinal);

    /// <summary>The function of that name, or null. Names are case-sensitive.</summary>
    public static V3Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The function in that row of the catalogue.</summary>
    public static V3Function At(int row) => ByRow[row]!;

    private static string? GivenOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
