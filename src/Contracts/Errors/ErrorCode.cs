namespace OpenIM.SignalR.Contracts;

/// <summary>
/// The codes of the v3.8 SDK and those of this gateway. Codes of the OpenIM server (below 10000) are passed through as
/// they come.
/// </summary>
public static class ErrorCode
{
    /// <summary>The upstream could not be reached.</summary>
    public const int Network = 10000;

    /// <summary>A request was sent upstream and not answered in time.</summary>
    public const int NetworkTimeout = 10001;

    /// <summary>Wrong arguments.</summary>
    public const int Arguments = 10002;

    /// <summary>The session ended, or the caller gave up, while the request was waiting.</summary>
    public const int ContextDeadlineExceeded = 10003;

    /// <summary>An error without a code of its own, such as an unknown conversation or message.</summary>
    public const int Unknown = 10005;

    /// <summary>Something failed inside the gateway.</summary>
    public const int Internal = 10006;

    /// <summary>The session is not logged in.</summary>
    public const int NotLoggedIn = 10009;

    /// <summary>OpenIM does not know the user.</summary>
    public const int UserNotFound = 10100;

    /// <summary>Login of a session that is logged in.</summary>
    public const int LoginRepeat = 10102;

    /// <summary>SendMessage with a clientMsgID that was sent already.</summary>
    public const int MessageRepeat = 10204;

    /// <summary>SendMessage with a contentType that clients cannot send.</summary>
    public const int ContentTypeNotSupported = 10205;

    /// <summary>v3.5: a conversation is marked as read in which nothing is unread.</summary>
    public const int NothingUnread = 10303;

    /// <summary>OpenIM does not know the group.</summary>
    public const int GroupNotFound = 10400;

    /// <summary>CreateGroup of a kind of group that there no longer is.</summary>
    public const int GroupType = 10401;

    /// <summary>Gateway: the function exists in OpenIM's SDKs but not in this gateway (yet).</summary>
    public const int NotAvailable = 10900;

    /// <summary>Gateway: the function would read a file of the gateway's host.</summary>
    public const int HostFileRefused = 10901;

    /// <summary>Gateway: more requests at once than a connection may have under way.</summary>
    public const int TooManyRequests = 10902;

    /// <summary>Server: the token has expired.</summary>
    public const int TokenExpired = 1501;

    /// <summary>Server: the token belongs to another user or platform.</summary>
    public const int TokenInvalid = 1502;

    /// <summary>Server: the token is no token.</summary>
    public const int TokenMalformed = 1503;

    /// <summary>Server: the token was replaced by a login elsewhere.</summary>
    public const int TokenKicked = 1506;

    /// <summary>Server: the token is not known.</summary>
    public const int TokenNotExist = 1507;

    /// <summary>Server: wrong arguments.</summary>
    public const int ServerArguments = 1001;

    /// <summary>Server: no permission.</summary>
    public const int NoPermission = 1002;

    /// <summary>Server: record not found.</summary>
    public const int RecordNotFound = 1004;

    /// <summary>Server: the group was dismissed.</summary>
    public const int GroupDismissed = 1204;

    /// <summary>Whether <paramref name="code"/> says that the token is no longer good (1501 to 1507).</summary>
    public static bool IsTokenError(int code) => code is >= TokenExpired and <= TokenNotExist;
}
