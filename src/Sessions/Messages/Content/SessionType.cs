namespace OpenIM.SignalR.Sessions;

/// <summary>The numbers of <c>sessionType</c>, which are those of <c>conversationType</c> as well.</summary>
internal static class SessionType
{
    public const int Single = 1;

    /// <summary>A group of old, one copy for each member. Servers make none any more.</summary>
    public const int WriteGroup = 2;

    public const int Group = 3;
    public const int Notification = 4;

    /// <summary>Between two people, so that each sees the other as the conversation.</summary>
    public static bool IsBetweenTwo(int sessionType) => sessionType is Single or Notification;
}
