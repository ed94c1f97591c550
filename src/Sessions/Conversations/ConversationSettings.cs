using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// What the server keeps of a user's conversation. Most conversations were never touched and share one of two records,
/// so that a row holds a reference.
/// </summary>
internal sealed record ConversationSettings
{
    private const int DefaultBurnDuration = 30;
    private const int DefaultMsgDestructTime = 604_800;

    /// <summary>
    /// What a row shows that no server has told otherwise; the original's database fills these in.
    /// </summary>
    public static ConversationSettings Default { get; } =
        new() { BurnDuration = DefaultBurnDuration, MsgDestructTime = DefaultMsgDestructTime };

    private static ConversationSettings Untouched { get; } = new();

    public int RecvMsgOpt { get; init; }

    public int GroupAtType { get; init; }

    public bool IsPinned { get; init; }

    public bool IsPrivateChat { get; init; }

    /// <summary>In seconds.</summary>
    public int BurnDuration { get; init; }

    /// <summary>In seconds.</summary>
    public long MsgDestructTime { get; init; }

    public bool IsMsgDestruct { get; init; }

    public string AttachedInfo { get; init; } = "";

    public string Ex { get; init; } = "";

    /// <summary>The oldest seq that the user may see; 0 when nothing was ever cleared. Not shown to clients.</summary>
    public long MinSeq { get; init; }

    /// <summary>
    /// The newest seq that the user may see; 0 as long as he is in the group. Not shown to clients.
    /// </summary>
    public long MaxSeq { get; init; }

    public static ConversationSettings Of(Wire.Conversation row)
    {
        var settings = new ConversationSettings
        {
            RecvMsgOpt = row.RecvMsgOpt,
            GroupAtType = row.GroupAtType,
            IsPinned = row.IsPinned,
            IsPrivateChat = row.IsPrivateChat,
            BurnDuration = row.BurnDuration,
            MsgDestructTime = row.MsgDestructTime,
            IsMsgDestruct = row.IsMsgDestruct,
            AttachedInfo = row.AttachedInfo,
            Ex = row.Ex,
            MinSeq = row.MinSeq,
            MaxSeq = row.MaxSeq,
        };
        return settings == Untouched ? Untouched : settings;
    }

    /// <summary>The same with the defaults where the server has zeros.</summary>
    public ConversationSettings WithDefaults()
    {
        if (ReferenceEquals(this, Untouched))
            return Default;
        return BurnDuration != 0 && MsgDestructTime != 0
            ? this
            : this with
            {
                BurnDuration = BurnDuration == 0 ? DefaultBurnDuration : BurnDuration,
                MsgDestructTime = MsgDestructTime == 0 ? DefaultMsgDestructTime : MsgDestructTime,
            };
    }

    /// <summary>What it becomes when the server takes <paramref name="request"/>.</summary>
    public ConversationSettings With(Contracts.ConversationReq request) => this with
    {
        RecvMsgOpt = request.RecvMsgOpt ?? RecvMsgOpt,
        GroupAtType = request.GroupAtType ?? GroupAtType,
        IsPinned = request.IsPinned ?? IsPinned,
        IsPrivateChat = request.IsPrivateChat ?? IsPrivateChat,
        BurnDuration = request.BurnDuration ?? BurnDuration,
        MsgDestructTime = request.MsgDestructTime ?? MsgDestructTime,
        IsMsgDestruct = request.IsMsgDestruct ?? IsMsgDestruct,
        AttachedInfo = request.AttachedInfo ?? AttachedInfo,
        Ex = request.Ex ?? Ex,
    };

    /// <summary>The same for the same settings, also in another process; 0 for the defaults.</summary>
    public long Digest()
    {
        if (this == Default)
            return 0;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{RecvMsgOpt} {GroupAtType} {IsPinned} {IsPrivateChat} {BurnDuration} {MsgDestructTime} {IsMsgDestruct} "
            + $"{MinSeq} {MaxSeq} {AttachedInfo} {Ex}");
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether clients see the same.</summary>
    public bool LooksLike(ConversationSettings other) => this == other with { MinSeq = MinSeq, MaxSeq = MaxSeq };
}
