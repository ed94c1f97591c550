namespace OpenIM.SignalR.Sandbox;

/// <summary>What joining and leaving a group does to the conversation of the one who does.</summary>
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
            var list = conversations.Of(userID);
            list.Add(ConversationRow.New(conversationID, SessionType.Group, groupID));
            list.Change(conversationID, settings => settings with { MaxSeq = 0 });
        }
    }

    /// <summary>
    /// Ends the conversation of those who left at its newest message. Tells them even if their rows ended there before,
    /// as the real server does, where several services do this one after the other.
    /// </summary>
    public void Freeze(string operationID, string groupID, params IReadOnlyCollection<string> userIDs)
    {
        var conversationID = ConversationID.OfGroup(groupID);
        foreach (var userID in userIDs)
        {
            var newest = logs.MaxSeqOf(conversationID);
            conversations.Of(userID).Change(conversationID, settings => settings with { MaxSeq = newest });
            changes.TellChanged(operationID, userID, conversationID);
        }
    }

    /// <summary>Tells somebody who joined that he has a conversation.</summary>
    public void TellOpened(string operationID, string groupID, string userID) =>
        changes.TellChanged(operationID, userID, ConversationID.OfGroup(groupID));
}
