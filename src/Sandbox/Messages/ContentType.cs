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
    public const int GroupDismissed = 1511;
    public const int PrivateChat = 1701;
    public const int ConversationCleared = 1703;
    public const int Business = 2001;
    public const int Revoked = 2101;
    public const int MessagesDeleted = 2102;
    public const int HasRead = 2200;

    /// <summary>Whether it is a notification, which nobody's black list or recvMsgOpt stops.</summary>
    public static bool IsNotification(int contentType) => contentType is >= 1000 and <= 5000;
}
