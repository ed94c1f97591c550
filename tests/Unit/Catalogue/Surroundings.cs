namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What there is in a walking user's world: the ids that arguments are made of.</summary>
/// <param name="Self">The user.</param>
/// <param name="Token">Its token for the web.</param>
/// <param name="Peer">Its friend, who has written to it.</param>
/// <param name="Group">The group that it owns, with the friend as its member.</param>
/// <param name="ClientMsgID">The friend's message.</param>
/// <param name="OwnClientMsgID">A message to the friend.</param>
/// <param name="Stranger">A user it has nothing to do with.</param>
/// <param name="Applicant">A user who asks to be its friend, and a member of its group.</param>
/// <param name="JoinedGroup">A group of the friend, in which it is.</param>
/// <param name="ForeignGroup">A group of the friend, in which it is not.</param>
/// <param name="SpareGroup">Another group that it owns, for calls that change who is in it.</param>
/// <param name="ForeignClientMsgID">A message of the stranger to the applicant, with <see cref="Secret"/>.</param>
internal sealed record Surroundings(
    string Self, string Token, string Peer, string Group, string ClientMsgID, string OwnClientMsgID, string Stranger, string Applicant,
    string JoinedGroup, string ForeignGroup, string SpareGroup, string ForeignClientMsgID)
{
    /// <summary>What stands in the messages of others, and must be in no answer.</summary>
    public const string Secret = "what only the stranger and the applicant know";

    /// <summary>Which message a whole message is; else it is a new one.</summary>
    public string? ExistingMessage { get; init; }

    /// <summary>The same world, as the function needs it: the peer is whom it is about.</summary>
    public Surroundings For(string function) => (this with { Function = function }).AboutWhom(function);

    /// <summary>An id that nobody and nothing has.</summary>
    public string Nobody => $"nobody-{Function}";

    /// <summary>The function whose arguments are being made: what one leaves behind must not be what another finds.</summary>
    private string Function { get; init; } = "";

    /// <summary>The conversation of the stranger and the applicant.</summary>
    public string ForeignConversation => ConversationOf(Stranger, Applicant);

    /// <summary>Something that is there and not this user's, by the name of what it is.</summary>
    public string Foreign(string place) => place[(place.LastIndexOf('.') + 1)..] switch
    {
        "groupID" or "groupIDs" => ForeignGroup,
        "conversationID" or "conversationIDs" => ForeignConversation,
        "clientMsgID" or "clientMsgIDs" or "startClientMsgID" => ForeignClientMsgID,
        _ => Stranger,
    };

    /// <summary>The conversation with the friend.</summary>
    public string Conversation => ConversationOf(Self, Peer);

    /// <summary>The same, as v2 clients name it.</summary>
    public string V2Conversation => $"single_{Peer}";

    private static string ConversationOf(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? $"si_{one}_{other}" : $"si_{other}_{one}";

    private Surroundings AboutWhom(string function) => function switch
    {
        "AddFriend" => this with { Peer = Stranger },
        "InviteUserToGroup" => this with { Peer = Stranger, Group = SpareGroup },
        "KickGroupMember" => this with { Group = SpareGroup },
        "RevokeMessage" or "NewRevokeMessage" =>
            this with { ClientMsgID = OwnClientMsgID, ExistingMessage = OwnClientMsgID },
        "DeleteMessageFromLocalStorage" or "DeleteMessageFromLocalAndSvr" or "SetMessageLocalContent"
            or "FetchSurroundingMessages" => this with { ExistingMessage = ClientMsgID },
        "SendMessage" or "SendMessageNotOss" => this with { ForeignClientMsgID = Guid.NewGuid().ToString("N") },
        "CreateGroup" => this with { Group = $"new_{Self}" },
        "QuitGroup" => this with { Group = JoinedGroup },
        "JoinGroup" => this with { Group = ForeignGroup },
        "AcceptFriendApplication" or "RefuseFriendApplication" or "AcceptGroupApplication" or "RefuseGroupApplication" =>
            this with { Peer = Applicant },
        _ => this,
    };
}
