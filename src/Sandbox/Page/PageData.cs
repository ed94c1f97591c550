namespace OpenIM.SignalR.Sandbox;

/// <summary>What the page shows of the server's state. Lists are cut: a sandbox may hold a benchmark's users.</summary>
internal sealed class PageData(
    UserStore users,
    GatewayConnections connections,
    ConversationStore conversations,
    MessageLogs logs,
    GroupStore groups)
{
    public const int MaxRows = 200;
    private const int MaxMessages = 100;

    /// <summary>The users whose id or nickname holds a text.</summary>
    public PageUsers Users(string text)
    {
        var total = 0;
        var matching = users.Where(user =>
        {
            total++;
            return user.UserID.Contains(text, StringComparison.OrdinalIgnoreCase)
                || user.Nickname.Contains(text, StringComparison.OrdinalIgnoreCase);
        });
        var shown = matching
            .Select(user => new PageUser(user.UserID, user.Nickname, PlatformsOf(user.UserID)))
            .OrderByDescending(user => user.Platforms.Count > 0)
            .Take(MaxRows);
        return new PageUsers([.. shown], matching.Count, total, connections.Count);
    }

    /// <summary>The groups whose id or name holds a text, in the order in which they were made.</summary>
    public PageGroups Groups(string text)
    {
        var total = 0;
        var matching = groups.Where(group =>
        {
            total++;
            return group.GroupID.Contains(text, StringComparison.OrdinalIgnoreCase)
                || group.GroupName.Contains(text, StringComparison.OrdinalIgnoreCase);
        });
        var shown = matching.Take(MaxRows).Select(group => new PageGroup(
            group.GroupID,
            group.GroupName,
            ConversationID.OfGroup(group.GroupID),
            (int)group.MemberCount,
            group.Status == GroupStatus.Dismissed));
        return new PageGroups([.. shown], matching.Count, total);
    }

    /// <summary>The conversations of a user, the newest first; null when there is no such user.</summary>
    public List<PageConversation>? Conversations(string userID) => users.Find(userID) is null
        ? null
        :
        [
            .. conversations.Of(userID).All()
                .Select(row => (Row: row, State: logs.StateOf(row.ConversationID, userID)))
                .OrderByDescending(item => item.State.MaxSeqTime)
                .Take(MaxRows)
                .Select(item => ViewOf(item.Row, item.State)),
        ];

    /// <summary>The newest messages of a conversation, the oldest of them first.</summary>
    public List<FlowMessage> Messages(string conversationID)
    {
        if (logs.Find(conversationID) is not { } log)
            return [];
        var maxSeq = log.MaxSeq;
        var minSeq = Math.Max(1, maxSeq - MaxMessages + 1);
        var seqs = new List<long>();
        for (var seq = minSeq; seq <= maxSeq; seq++)
            seqs.Add(seq);
        // As nobody in particular: what only one of its users deleted is still there.
        return log.Read("", seqs).ConvertAll(message => MessageFlow.ViewOf(conversationID, message, operationID: ""));
    }

    private PageConversation ViewOf(ConversationRow row, SeqState state)
    {
        var isGroup = row.ConversationType == SessionType.Group;
        var name = isGroup ? groups.Find(row.Target)?.GroupName : users.Find(row.Target)?.Nickname;
        return new PageConversation(
            row.ConversationID, row.Target, name ?? "", isGroup, state.MaxSeq, state.HasReadSeq, state.MaxSeqTime);
    }

    private List<string> PlatformsOf(string userID) =>
        [.. connections.Of(userID).Select(connection => Platforms.NameOf(connection.PlatformID))];
}
