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
internal sealed record Surroundings(
    string Self, string Token, string Peer, string Group, string ClientMsgID, string OwnClientMsgID, string Stranger, string Applicant,
    string JoinedGroup, string ForeignGroup)
{
    /// <summary>Which message a whole message is; else it is a new one.</summary>
    public string? ExistingMessage { get; init; }

    /// <summary>The same world, as the function needs it: the peer is whom it is about.</summary>
    public Surroundings For(string function) => function switch
    {
        "AddFriend" or "InviteUserToGroup" => this with { Peer = Stranger },
        "RevokeMessage" or "NewRevokeMessage" =>
            this with { ClientMsgID = OwnClientMsgID, ExistingMessage = OwnClientMsgID },
        "DeleteMessageFromLocalStorage" or "DeleteMessageFromLocalAndSvr" or "SetMessageLocalContent"
            or "FetchSurroundingMessages" => this with { ExistingMessage = ClientMsgID },
        "CreateGroup" => this with { Group = $"new_{Self}" },
        "QuitGroup" => this with { Group = JoinedGroup },
        "JoinGroup" => this with { Group = ForeignGroup },
        "AcceptFriendApplication" or "RefuseFriendApplication" or "AcceptGroupApplication" or "RefuseGroupApplication" =>
            this with { Peer = Applicant },
        _ => this,
    };

    /// <summary>The conversation with the friend.</summary>
    public string Conversation =>
        string.CompareOrdinal(Self, Peer) < 0 ? $"si_{Self}_{Peer}" : $"si_{Peer}_{Self}";

    /// <summary>The same, as v2 clients name it.</summary>
    public string V2Conversation => $"single_{Peer}";
}
