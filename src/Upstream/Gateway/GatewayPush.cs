using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Upstream;

/// <summary>What the message gateway says without being asked.</summary>
public abstract record GatewayPush
{
    private GatewayPush()
    {
    }

    /// <summary>
    /// 2001: one message, in <c>msgs</c> or, of a notification conversation, in <c>notificationMsgs</c>. <c>seq</c> 0
    /// means that it is not stored.
    /// </summary>
    /// <param name="Content">The message under its conversation's id.</param>
    /// <param name="OperationID">That of the request which caused it, or of one handled at the same time.</param>
    public sealed record Messages(PushMessages Content, string OperationID) : GatewayPush;

    /// <summary>2005: users whose state this connection subscribed to have come or gone.</summary>
    public sealed record OnlineStatus(SubUserOnlineStatusTips Content) : GatewayPush;

    /// <summary>
    /// 2002: the user logged in elsewhere; the token is good no longer, and the connection ends right after this.
    /// </summary>
    public sealed record Kicked : GatewayPush;
}
