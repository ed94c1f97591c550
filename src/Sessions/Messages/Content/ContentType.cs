namespace OpenIM.SignalR.Sessions;

/// <summary>The numbers of <c>contentType</c> that a session looks at.</summary>
internal static class ContentType
{
    public const int Text = 101;
    public const int Picture = 102;
    public const int Sound = 103;
    public const int Video = 104;
    public const int File = 105;
    public const int AtText = 106;
    public const int Merger = 107;
    public const int Card = 108;
    public const int Location = 109;
    public const int Custom = 110;
    public const int Typing = 113;
    public const int Quote = 114;
    public const int Face = 115;
    public const int AdvancedText = 117;
    public const int MarkdownText = 118;
    public const int CustomNotTriggerConversation = 119;
    public const int CustomOnlineOnly = 120;
    public const int NotificationBegin = 1000;
    public const int Business = 2001;
    public const int Revoked = 2101;
    public const int MessagesDeleted = 2102;
    public const int HasReadReceipt = 2200;

    /// <summary>Whether SendMessage takes it; the others are made by servers or have functions of their own.</summary>
    public static bool CanBeSent(int contentType) =>
        contentType is (>= Text and <= Custom) or Quote or Face or AdvancedText or MarkdownText;
}
