namespace OpenIM.SignalR.Sandbox;

/// <summary>The content types of which the server knows more than to pass them on.</summary>
internal static class ContentType
{
    public const int Text = 101;
    public const int Picture = 102;
    public const int Voice = 103;
    public const int Video = 104;
    public const int File = 105;
    public const int AtText = 106;
    public const int Custom = 110;
    public const int LegacyRevoke = 111;
    public const int Typing = 113;
    public const int Quote = 114;
    public const int Markdown = 118;
    public const int FriendApplicationApproved = 1201;
    public const int FriendApplicationRejected = 1202;
    public const int FriendApplication = 1203;
    public const int FriendDeleted = 1205;
    public const int FriendRemarkSet = 1206;
    public const int BlackAdded = 1207;
    public const int BlackDeleted = 1208;
    public const int FriendInfoUpdated = 1209;
    public const int FriendsUpdated = 1210;
    public const int ConversationChanged = 1300;
    public const int UserInfoUpdated = 1303;
    public const int NotificationAccountMessage = 1400;
    public const int GroupCreated = 1501;
    public const int GroupInfoSet = 1502;
    public const int JoinGroupApplication = 1503;
    public const int MemberQuit = 1504;
    public const int GroupApplicationAccepted = 1505;
    public const int GroupApplicationRejected = 1506;
    public const int GroupOwnerTransferred = 1507;
    public const int MemberKicked = 1508;
    public const int MemberInvited = 1509;
    public const int MemberEnter = 1510;
    public const int GroupDismissed = 1511;
    public const int GroupMemberMuted = 1512;
    public const int GroupMemberCancelMuted = 1513;
    public const int GroupMuted = 1514;
    public const int GroupCancelMuted = 1515;
    public const int GroupMemberInfoSet = 1516;
    public const int GroupMemberSetToAdmin = 1517;
    public const int GroupMemberSetToOrdinaryUser = 1518;
    public const int GroupInfoSetAnnouncement = 1519;
    public const int GroupInfoSetName = 1520;
    public const int PrivateChat = 1701;
    public const int ConversationCleared = 1703;
    public const int Business = 2001;
    public const int Revoked = 2101;
    public const int MessagesDeleted = 2102;
    public const int HasRead = 2200;

    /// <summary>Whether it is a notification, which nobody's black list or recvMsgOpt stops.</summary>
    public static bool IsNotification(int contentType) => contentType is >= 1000 and <= 5000;
}
