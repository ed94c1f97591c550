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
internal sealed class ConversationRow
{
    private readonly string _selfID;

    /// <summary>Null for an id that follows from the others: of those a session need not hold thousands.</summary>
    private readonly string? _conversationID;

    private long _position = -1;

    /// <param name="conversationID">The server's id of it.</param>
    /// <param name="type">One of <see cref="SessionType"/>.</param>
    /// <param name="sourceID">The other user, or the group.</param>
    /// <param name="selfID">The session's user.</param>
    public ConversationRow(string conversationID, int type, string sourceID, string selfID = "")
    {
        (Type, SourceID, _selfID) = (type, sourceID, selfID);
        if (!Sessions.ConversationID.IsOf(conversationID, type, selfID, sourceID))
            _conversationID = conversationID;
    }

    /// <summary>Made anew each time; <see cref="HasID"/> compares without.</summary>
    public string ConversationID => _conversationID ?? Sessions.ConversationID.Of(Type, _selfID, SourceID);

    /// <summary>One of <see cref="SessionType"/>.</summary>
    public int Type { get; }

    /// <summary>The other user, or the group.</summary>
    public string SourceID { get; }

    /// <summary>The highest seq that was handled, or null. It lasts longer than the row.</summary>
    public long? Position
    {
        get => _position < 0 ? null : _position;
        set => _position = value ?? -1;
    }

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

    /// <summary>Up to where clients of this session have read or cleared the conversation.</summary>
    public long MarkedSeq { get; set; }

    /// <summary>What the server keeps of the conversation.</summary>
    public ConversationSettings Settings { get; private set; } = ConversationSettings.Default;

    /// <summary>
    /// Whether the server's zeros go on standing for the defaults as long as nothing else differs: of a row that came
    /// with a new device's login, or that was made for a client to look at. One that was made by a message shows the
    /// zeros from the first sync on, as the original's rows do.
    /// </summary>
    public bool KeepsDefaults { get; set; }

    /// <summary>What only this session knows of the row: a draft, or that it was emptied. Mostly nothing.</summary>
    public KeptConversation? Kept { get; private set; }

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

    /// <summary>Where the row stands in the list, pinned ones apart: by its latest message or its draft.</summary>
    public long ListTime => Math.Max(LatestMsgSendTime, Kept?.DraftTextTime ?? 0);

    /// <summary>Takes over what the server says of a row that is new here.</summary>
    /// <param name="settings">The server's row.</param>
    /// <param name="withDefaults">Whether its zeros stand for the defaults.</param>
    public void LoadSettings(Wire.Conversation settings, bool withDefaults)
    {
        var loaded = ConversationSettings.Of(settings);
        Settings = withDefaults ? loaded.WithDefaults() : loaded;
    }

    /// <summary>A new device that reads the row now shows the defaults where the server has zeros.</summary>
    public void ShowDefaults()
    {
        KeepsDefaults = true;
        Settings = Settings.WithDefaults();
    }

    /// <summary>The server has changed the row, if only in what clients do not see.</summary>
    public void Touch() => KeepsDefaults = false;

    /// <summary>
    /// Takes over what the server says of the row. False when clients see nothing of the difference, if there is one.
    /// </summary>
    public bool TakeSettings(Wire.Conversation settings)
    {
        var (before, taken) = (Settings, ConversationSettings.Of(settings));
        if (KeepsDefaults && taken.WithDefaults() is var shown && shown.LooksLike(before))
        {
            Settings = shown;
            return false;
        }
        KeepsDefaults = false;
        Settings = taken;
        return !taken.LooksLike(before);
    }

    /// <summary>
    /// Puts settings in their place that the server did not tell: those that it was just asked to take.
    /// </summary>
    public void AssumeSettings(ConversationSettings settings) => Settings = settings;

    /// <summary>Takes over what the session knows of the row; null when that is nothing.</summary>
    public void Keep(KeptConversation? kept) => Kept = kept;

    /// <summary>
    /// No message is shown any more, and nothing counts as unread. The row stands at <paramref name="time"/> in the
    /// list; 0 hides it.
    /// </summary>
    public void Empty(long time)
    {
        ForgetLatest();
        LatestMsgSendTime = time;
        Unread = 0;
    }

    /// <summary>Brings a hidden row back.</summary>
    public void Unhide(long time)
    {
        if (!IsVisible)
            LatestMsgSendTime = time;
    }

    /// <summary>
    /// A message that came in becomes the latest when it is newer; of one time the later seq is. What the list said of
    /// the same message is replaced.
    /// </summary>
    public void TakeReceived(MsgStruct message)
    {
        if (message.SendTime > LatestMsgSendTime
            || (message.SendTime == LatestMsgSendTime && LatestSeq > 0 && message.Seq > LatestSeq)
            || IsLatest(MessageKey.Of(message.ClientMsgID)))
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

    /// <summary>Whether this is the row of that conversation.</summary>
    public bool HasID(string conversationID) => _conversationID is null
        ? Sessions.ConversationID.IsOf(conversationID, Type, _selfID, SourceID)
        : _conversationID == conversationID;

    public bool IsLatest(MessageKey key) => LatestKey == key;

    /// <summary>Changes the latest message in place, if it is here. A patch that does not fit gives null.</summary>
    public bool PatchLatest(Func<MsgStruct, MsgStruct?> patch)
    {
        if (LatestMsg is null || patch(JsonSerializer.Deserialize(LatestMsg, Json.Relaxed.MsgStruct)!) is not { } patched)
            return false;
        SetLatest(patched);
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
            RecvMsgOpt = Settings.RecvMsgOpt,
            UnreadCount = Unread,
            GroupAtType = Settings.GroupAtType,
            LatestMsg = LatestMsg is null ? "" : Encoding.UTF8.GetString(LatestMsg),
            LatestMsgSendTime = LatestMsgSendTime,
            DraftText = Kept?.DraftText ?? "",
            DraftTextTime = Kept?.DraftTextTime ?? 0,
            IsPinned = Settings.IsPinned,
            IsPrivateChat = Settings.IsPrivateChat,
            BurnDuration = Settings.BurnDuration,
            AttachedInfo = Settings.AttachedInfo,
            Ex = Settings.Ex,
            MsgDestructTime = Settings.MsgDestructTime,
            IsMsgDestruct = Settings.IsMsgDestruct,
            HasReadSeq = MarkedSeq,
        };
    }

    /// <summary>The row as a search gives it: without names and latest message.</summary>
    public Conversation ToConversation()
    {
        var isBetweenTwo = SessionType.IsBetweenTwo(Type);
        return new()
        {
            ConversationID = ConversationID,
            ConversationType = Type,
            UserID = isBetweenTwo ? SourceID : "",
            GroupID = isBetweenTwo ? "" : SourceID,
            RecvMsgOpt = Settings.RecvMsgOpt,
            UnreadCount = Unread,
            DraftTextTime = Kept?.DraftTextTime ?? 0,
            IsPinned = Settings.IsPinned,
            IsPrivateChat = Settings.IsPrivateChat,
            BurnDuration = Settings.BurnDuration,
            GroupAtType = Settings.GroupAtType,
            AttachedInfo = Settings.AttachedInfo,
            Ex = Settings.Ex,
        };
    }
}
