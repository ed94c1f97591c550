using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What a conversation is called: a friend's remark, else a user's nickname; a group's name. Looked up once for each
/// row, then kept up to date by what the server tells.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>What the original shows for somebody who is no more.</summary>
    private const string NameOfNobody = "UserNotFound";

    private async Task<OpenImError?> Name(ConversationRow row, CancellationToken cancellationToken)
    {
        if (row.IsNamed)
            return null;
        if (!SessionType.IsBetweenTwo(row.Type))
        {
            var group = await GroupOf(row.SourceID, cancellationToken);
            if (!group.IsOk)
                return group.Error;
            SetName(row, group.Value!.Name, group.Value.FaceURL);
            return null;
        }
        var friendsTask = FriendsAmong(row.SourceID == Key.UserId ? [] : [row.SourceID], cancellationToken);
        var profiles = await _profiles.Get([row.SourceID], FetchUsers, cancellationToken);
        var friends = await friendsTask;
        if (!profiles.IsOk)
            return profiles.Error;
        var profile = profiles.Value!.Count > 0 ? profiles.Value[0] : null;
        var remark = friends.Value?.FriendsInfo.FirstOrDefault()?.Remark;
        SetName(row, string.IsNullOrEmpty(remark) ? profile?.Nickname ?? NameOfNobody : remark, profile?.FaceURL ?? "");
        // Without the friend's remark the name will do for now.
        row.IsNamed = friends.IsOk;
        return null;
    }

    /// <summary>
    /// The other one of a single chat, or a group, is called otherwise now. Told when clients see the row.
    /// </summary>
    private async Task RenameConversation(string conversationID, string name, string faceURL, CancellationToken life)
    {
        var row = _conversations.Find(conversationID);
        if (row is null || (row.IsNamed && row.ShowName == name && row.FaceURL == faceURL))
            return;
        SetName(row, name, faceURL);
        if (!row.IsAnnounced)
            return;
        await LoadLatest([row], life);
        if (!life.IsCancellationRequested)
            TellConversation(row);
    }

    /// <summary>
    /// Nobody tells what users who are no friends are called now: it is seen when a client asks for them.
    /// </summary>
    private async Task RenameStrangers(IReadOnlyList<UserProfile> profiles, CancellationToken cancellationToken)
    {
        List<UserProfile>? others = null;
        foreach (var profile in profiles)
            if (RowOfChatWith(profile.UserID) is { IsNamed: true } row && row.SourceID != Key.UserId
                && (row.ShowName != profile.Nickname || row.FaceURL != profile.FaceURL))
                (others ??= []).Add(profile);
        if (others is null)
            return;
        // A friend has his remark, and his changes are told.
        var friends = await FriendsAmong([.. others.Select(static profile => profile.UserID)], cancellationToken);
        if (!friends.IsOk)
            return;
        var friendIDs = friends.Value!.FriendsInfo.Select(static friend => friend.FriendUser?.UserID).ToHashSet();
        foreach (var profile in others.Where(profile => !friendIDs.Contains(profile.UserID)))
            await RenameConversation(
                ConversationID.Of(SessionType.Single, Key.UserId, profile.UserID), profile.Nickname, profile.FaceURL,
                Life);
    }

    private ConversationRow? RowOfChatWith(string userID) =>
        _conversations.All.Count == 0
            ? null
            : _conversations.Find(ConversationID.Of(SessionType.Single, Key.UserId, userID));

    private Task<Result<GroupProfile>> GroupOf(string groupID, CancellationToken cancellationToken) =>
        _groups.Get(groupID, FetchGroup, cancellationToken);

    private Task<Result<GetGroupsInfoResp>> FetchGroup(string groupID, CancellationToken cancellationToken) =>
        Call(_groupApi.GetGroupsInfo, new GetGroupsInfoReq { GroupIDs = { groupID } }, cancellationToken);

    private static void SetName(ConversationRow row, string name, string faceURL)
    {
        row.ShowName = name;
        row.FaceURL = faceURL;
        row.IsNamed = true;
    }
}
