namespace OpenIM.SignalR.Sessions;

/// <summary>The contentTypes of what the server says of groups.</summary>
internal static class GroupNotification
{
    public const int Created = 1501;
    public const int InfoSet = 1502;
    public const int JoinApplication = 1503;
    public const int MemberQuit = 1504;
    public const int ApplicationAccepted = 1505;
    public const int ApplicationRejected = 1506;
    public const int OwnerTransferred = 1507;
    public const int MemberKicked = 1508;
    public const int MemberInvited = 1509;
    public const int MemberEntered = 1510;
    public const int Dismissed = 1511;
    public const int MemberMuted = 1512;
    public const int MemberCancelMuted = 1513;
    public const int Muted = 1514;
    public const int CancelMuted = 1515;
    public const int MemberInfoSet = 1516;
    public const int MemberSetToAdmin = 1517;
    public const int MemberSetToOrdinary = 1518;
    public const int AnnouncementSet = 1519;
    public const int NameSet = 1520;

    public static bool IsOne(int contentType) => contentType is > 1500 and < 1599;
}
