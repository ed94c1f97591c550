using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What a user can set for a conversation, and its limits. Most rows share <see cref="Default"/>; whether a call
/// changed anything is whether the records differ.
/// </summary>
internal sealed record ConversationSettings
{
    public static ConversationSettings Default { get; } = new();

    public int RecvMsgOpt { get; init; }

    public bool IsPinned { get; init; }

    public bool IsPrivateChat { get; init; }

    public int GroupAtType { get; init; }

    /// <summary>In seconds.</summary>
    public int BurnDuration { get; init; }

    public string AttachedInfo { get; init; } = "";

    public string Ex { get; init; } = "";

    public bool IsMsgDestruct { get; init; }

    /// <summary>In seconds.</summary>
    public long MsgDestructTime { get; init; }

    /// <summary>The oldest seq that the owner sees; 0 for all.</summary>
    public long MinSeq { get; init; }

    /// <summary>The newest seq that the owner sees, once he has left the group; 0 for all.</summary>
    public long MaxSeq { get; init; }

    /// <summary>The settings of a row of the wire.</summary>
    public static ConversationSettings FromWire(Conversation conversation) => new()
    {
        RecvMsgOpt = conversation.RecvMsgOpt,
        IsPinned = conversation.IsPinned,
        IsPrivateChat = conversation.IsPrivateChat,
        GroupAtType = conversation.GroupAtType,
        BurnDuration = conversation.BurnDuration,
        AttachedInfo = conversation.AttachedInfo,
        Ex = conversation.Ex,
        IsMsgDestruct = conversation.IsMsgDestruct,
        MsgDestructTime = conversation.MsgDestructTime,
        MinSeq = conversation.MinSeq,
        MaxSeq = conversation.MaxSeq,
    };
}
