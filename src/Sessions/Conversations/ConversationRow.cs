using System.Text;
using System.Text.Json;
using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// One conversation of a session: positions, settings, names, and the latest message as the bytes that clients get.
/// Kept small: a session holds one for each conversation of its user, idle or not.
/// </summary>
internal sealed class ConversationRow(string conversationID, int type, string sourceID)
{
    /// <summary>What a row shows that no server has told otherwise; the original's database fills them in.</summary>
    private const int DefaultBurnDuration = 30;
    private const int DefaultMsgDestructTime = 604_800;

    public string ConversationID { get; } = conversationID;

    /// <summary>One of <see cref="SessionType"/>.</summary>
    public int Type { get; } = type;

    /// <summary>The other user, or the group.</summary>
    public string SourceID { get; } = sourceID;

    /// <summary>
    /// Whether the server counts this conversation among the user's: it listed it, sent a message of it, or took one.
    /// Nothing of another conversation is asked for, since the server does not check who asks.
    /// </summary>
    public bool IsOwned { get; set; }

    /// <summary>
    /// Whether clients know the row: from a list, or from an event. The first event of any other is OnNewConversation.
    /// </summary>
    public bool IsAnnounced { get; set; }

    public string ShowName { get; set; } = "";

    public string FaceURL { get; set; } = "";

    /// <summary>Whether <see cref="ShowName"/> and <see cref="FaceURL"/> were found out.</summary>
    public bool IsNamed { get; set; }

    /// <summary>The user's own name in this group; null until it was asked for.</summary>
    public string? OwnNickname { get; set; }

    public int Unread { get; set; }

    /// <summary>The highest seq that is known; the unread count covers everything up to it.</summary>
    public long MaxSeq { get; set; }

    /// <summary>
    /// Up to where the server counts the conversation as read. Sending a message moves it to that message.
    /// </summary>
    public long HasReadSeq { get; set; }

    public int RecvMsgOpt { get; private set; }

    public int GroupAtType { get; private set; }

    public bool IsPinned { get; private set; }

    public bool IsPrivateChat { get; private set; }

    public int BurnDuration { get; private set; } = DefaultBurnDuration;

    public long MsgDestructTime { get; private set; } = DefaultMsgDestructTime;

    public bool IsMsgDestruct { get; private set; }

    public string AttachedInfo { get; private set; } = "";

    public string Ex { get; private set; } = "";

    /// <summary>The oldest seq that the user may see; 0 when nothing was ever cleared.</summary>
    public long MinSeq { get; private set; }

    /// <summary>The newest seq that the user may see; 0 as long as he is in the group.</summary>
    public long MaxVisibleSeq { get; private set; }

    /// <summary>0 hides the row until a message comes.</summary>
    public long LatestMsgSendTime { get; private set; }

    /// <summary>
    /// The latest message as JSON. Null when there is none, or when it was let go and the server has it.
    /// </summary>
    public byte[]? LatestMsg { get; private set; }

    public MessageKey LatestKey { get; private set; } = MessageKey.Of("");

    /// <summary>The seq of the latest message; 0 when it has none yet, or never will.</summary>
    public long LatestSeq { get; private set; }

    public bool IsVisible => LatestMsgSendTime > 0;

    /// <summary>Whether there is a latest message that must be asked for before the row can be shown.</summary>
    public bool IsLatestLetGo => LatestMsg is null && !LatestKey.IsEmpty;

    /// <summary>
    /// Takes over what the server says of the row. Its zeros stand for the defaults as long as the row is new. False
    /// when nothing has changed.
    /// </summary>
    public bool TakeSettings(Wire.Conversation settings, bool isNew)
    {
        var before = Settings;
        RecvMsgOpt = settings.RecvMsgOpt;
        GroupAtType = settings.GroupAtType;
        IsPinned = settings.IsPinned;
        IsPrivateChat = settings.IsPrivateChat;
        BurnDuration = isNew && settings.BurnDuration == 0 ? DefaultBurnDuration : settings.BurnDuration;
        MsgDestructTime = isNew && settings.MsgDestructTime == 0 ? DefaultMsgDestructTime : settings.MsgDestructTime;
        IsMsgDestruct = settings.IsMsgDestruct;
        AttachedInfo = settings.AttachedInfo;
        Ex = settings.Ex;
        MinSeq = settings.MinSeq;
        MaxVisibleSeq = settings.MaxSeq;
        return Settings != before;
    }

    private (int, int, bool, bool, int, long, bool, string, string, long, long) Settings =>
        (RecvMsgOpt, GroupAtType, IsPinned, IsPrivateChat, BurnDuration, MsgDestructTime, IsMsgDestruct, AttachedInfo,
            Ex, MinSeq, MaxVisibleSeq);

    /// <summary>A message that came in becomes the latest when it is newer.</summary>
    public void TakeReceived(MsgStruct message)
    {
        if (message.SendTime > LatestMsgSendTime)
            SetLatest(message);
    }

    /// <summary>
    /// An own message, sent or on its way, becomes the latest unless there is a newer one; its own copy is always
    /// replaced.
    /// </summary>
    public void TakeSent(MsgStruct message)
    {
        if (message.SendTime >= LatestMsgSendTime || IsLatest(MessageKey.Of(message.ClientMsgID)))
            SetLatest(message);
    }

    public bool IsLatest(MessageKey key) => LatestKey == key;

    /// <summary>Changes the latest message in place, if it is here.</summary>
    public bool PatchLatest(Func<MsgStruct, MsgStruct> patch)
    {
        if (LatestMsg is null)
            return false;
        SetLatest(patch(JsonSerializer.Deserialize(LatestMsg, Json.Relaxed.MsgStruct)!));
        return true;
    }

    public void SetLatest(MsgStruct message)
    {
        LatestMsg = JsonSerializer.SerializeToUtf8Bytes(message, Json.Relaxed.MsgStruct);
        LatestKey = MessageKey.Of(message.ClientMsgID);
        LatestSeq = message.Seq;
        LatestMsgSendTime = message.SendTime;
    }

    /// <summary>
    /// Goes back to where the row was before the message with this seq, which is about to be told: the server, asked
    /// for the row because of that message, has counted it already.
    /// </summary>
    public void GoBackBefore(long seq)
    {
        MaxSeq = Math.Min(MaxSeq, seq - 1);
        Unread = UnreadOf(MaxSeq, HasReadSeq);
        if (LatestSeq < seq)
            return;
        ForgetLatest();
        LatestMsgSendTime = 0;
    }

    /// <summary>What is unread when this much was read.</summary>
    public static int UnreadOf(long maxSeq, long hasReadSeq) => (int)Math.Clamp(maxSeq - hasReadSeq, 0, int.MaxValue);

    /// <summary>There is no latest message any more; the row stays where it is in the list.</summary>
    public void ForgetLatest()
    {
        LatestMsg = null;
        LatestKey = MessageKey.Of("");
        LatestSeq = 0;
    }

    /// <summary>Lets the bytes of the latest message go. The server must have it.</summary>
    public void LetLatestGo() => LatestMsg = null;

    /// <summary>The row as clients get it.</summary>
    public LocalConversation ToLocalConversation()
    {
        var isBetweenTwo = SessionType.IsBetweenTwo(Type);
        return new()
        {
            ConversationID = ConversationID,
            ConversationType = Type,
            UserID = isBetweenTwo ? SourceID : "",
            GroupID = isBetweenTwo ? "" : SourceID,
            ShowName = ShowName,
            FaceURL = FaceURL,
            RecvMsgOpt = RecvMsgOpt,
            UnreadCount = Unread,
            GroupAtType = GroupAtType,
            LatestMsg = LatestMsg is null ? "" : Encoding.UTF8.GetString(LatestMsg),
            LatestMsgSendTime = LatestMsgSendTime,
            IsPinned = IsPinned,
            IsPrivateChat = IsPrivateChat,
            BurnDuration = BurnDuration,
            AttachedInfo = AttachedInfo,
            Ex = Ex,
            MaxSeq = MaxVisibleSeq,
            MinSeq = MinSeq,
            MsgDestructTime = MsgDestructTime,
            IsMsgDestruct = IsMsgDestruct,
        };
    }
}
