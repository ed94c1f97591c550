namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What joining and leaving a group does to the conversation of the one who does. On the real server several services
/// write into his row, one after the other, so that its version grows with each of them, whether they change anything
/// or not. What the call itself does is told by whoever called, and he may speak for himself only, or as an
/// administrator of the server: others are not told. What is done with the group's own push is told to all.
/// </summary>
internal sealed class GroupConversations(
    SandboxOptions options, MessageLogs logs, ConversationStore conversations, ConversationChanges changes)
{
    /// <summary>
    /// Gives newcomers the conversation; one who comes back sees again what he missed. Newcomers see what was before,
    /// unless the server is set up otherwise. Nobody is told of the rows.
    /// </summary>
    public void Open(string groupID, IEnumerable<string> userIDs)
    {
        var conversationID = ConversationID.OfGroup(groupID);
        foreach (var userID in userIDs)
        {
            if (!options.HistoryForNewMembers)
                logs.Of(conversationID).HideEarlier(userID);
            if (!conversations.Of(userID).Add(ConversationRow.New(conversationID, SessionType.Group, groupID)))
                EndAt(0, conversationID, userID);
        }
    }

    /// <summary>The last that a call does for newcomers: their conversation has no end.</summary>
    public void KeepOpen(Caller caller, string groupID, params IReadOnlyCollection<string> userIDs)
    {
        var conversationID = ConversationID.OfGroup(groupID);
        foreach (var userID in userIDs)
        {
            EndAt(0, conversationID, userID);
            TellBy(caller, userID, conversationID);
        }
    }

    /// <summary>Ends, by the call, the conversation of those who leave at its newest message.</summary>
    public void Freeze(Caller caller, string groupID, params IReadOnlyCollection<string> userIDs)
    {
        var conversationID = ConversationID.OfGroup(groupID);
        foreach (var userID in userIDs)
        {
            EndAt(logs.MaxSeqOf(conversationID), conversationID, userID);
            TellBy(caller, userID, conversationID);
        }
    }

    /// <summary>The same with a push that tells the group.</summary>
    public void FreezeWithPush(string operationID, string groupID, IReadOnlyCollection<string> userIDs)
    {
        var conversationID = ConversationID.OfGroup(groupID);
        foreach (var userID in userIDs)
        {
            EndAt(logs.MaxSeqOf(conversationID), conversationID, userID);
            changes.TellChanged(operationID, userID, conversationID);
        }
    }

    private void EndAt(long seq, string conversationID, string userID) =>
        conversations.Of(userID).Write(conversationID, settings => settings with { MaxSeq = seq });

    private void TellBy(Caller caller, string userID, string conversationID)
    {
        if (caller.MustBe(userID) is null)
            changes.TellChanged(caller.OperationID, userID, conversationID);
    }
}
