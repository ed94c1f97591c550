using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// A member who is called otherwise now: what he wrote before is shown under his new name, in the conversation list and
/// in the history. Of the latest changes only, and as long as the session lives; then messages are as they were sent.
/// </content>
internal sealed partial class SessionGrain
{
    private const int RecentMemberNames = 64;

    private readonly RecentRows<MemberName> _memberNames = new(RecentMemberNames);

    private void RenameSender(GroupMemberFullInfo member)
    {
        if (member.Nickname.Length == 0)
            return;
        var name = new MemberName(member.Nickname, member.FaceURL, NowMilliseconds);
        _memberNames.Set(MemberKey(member.GroupID, member.UserID), name);
        // One that was let go is read anew when somebody looks.
        if (_conversations.Find(ConversationID.Of(SessionType.Group, Key.UserId, member.GroupID)) is { } row
            && row.PatchLatest(latest => latest.SendID == member.UserID ? name.Put(latest) : null))
            TellConversation(row);
    }

    private MsgStruct WithMemberName(ConversationRow row, MsgStruct message) =>
        _memberNames.TryGet(MemberKey(row.SourceID, message.SendID ?? ""), out var name)
            ? name.Put(message) ?? message
            : message;

    private static string MemberKey(string groupID, string userID) => $"{groupID}/{userID}";

    /// <summary>What a member is called in a group, and since when.</summary>
    private sealed record MemberName(string Nickname, string FaceURL, long Since)
    {
        /// <summary>Null when it changes nothing. Notices of the server bear nobody's name.</summary>
        public MsgStruct? Put(MsgStruct message) =>
            string.IsNullOrEmpty(message.SenderNickname) || message.SendTime > Since
                || (message.SenderNickname == Nickname && message.SenderFaceUrl == FaceURL)
                ? null
                : message with { SenderNickname = Nickname, SenderFaceUrl = FaceURL };
    }
}
