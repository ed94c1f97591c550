using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>What the hub returns, as the v3.5 SDK returned it.</summary>
internal static class V3Entities
{
    public static object From(string function, object value) => value switch
    {
        LocalConversation conversation => new V3Conversation(conversation),
        IReadOnlyList<LocalConversation> conversations => From(conversations),
        GetAdvancedHistoryMessageListCallback page => new V3History(page),
        IReadOnlyList<FullUserInfoWithCache> users when function == "GetUsersInfoWithCache" =>
            users.Select(user => new V3FullUserWithCache(user)).ToArray(),
        IReadOnlyList<FullUserInfoWithCache> users =>
            users.Select(user => new V3FullUser(user.PublicInfo, user.FriendInfo, user.BlackInfo)).ToArray(),
        IReadOnlyList<LocalBlack> blacks => blacks.Select(black => new V3Black(black)).ToArray(),
        IReadOnlyList<PublicUser> users when function == "GetUsersInfoFromSrv" => users.Select(Profile).ToArray(),
        _ => value,
    };

    public static V3Conversation[] From(IReadOnlyList<LocalConversation> conversations) =>
        [.. conversations.Select(conversation => new V3Conversation(conversation))];

    private static LocalUser Profile(PublicUser user) => new()
    {
        UserID = user.UserID,
        Nickname = user.Nickname,
        FaceURL = user.FaceURL,
        Ex = user.Ex,
        CreateTime = user.CreateTime,
    };
}
