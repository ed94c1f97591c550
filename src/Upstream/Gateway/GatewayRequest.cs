namespace OpenIM.SignalR.Upstream;

/// <summary>The numbers that name a request or a push of OpenIM's message gateway (<c>reqIdentifier</c>).</summary>
public static class GatewayRequest
{
    public const int GetNewestSeq = 1001;
    public const int PullMsgBySeqList = 1002;
    public const int SendMsg = 1003;
    public const int PullMsg = 1005;
    public const int GetConvMaxReadSeq = 1006;
    public const int PullConvLastMessage = 1007;
    public const int PushMsg = 2001;
    public const int KickOnlineMsg = 2002;
    public const int Logout = 2003;
    public const int SetBackgroundStatus = 2004;
    public const int SubUserOnlineStatus = 2005;
}
