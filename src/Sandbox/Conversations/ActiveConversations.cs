using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The conversations of the caller with what a list of them shows: last message, the other user or the group,
/// positions. The two paths below <c>/jssdk</c>, from which clients without a database fill their lists.
/// </summary>
internal sealed class ActiveConversations(
    ConversationStore conversations,
    MessageLogs logs,
    MessagePulls messages,
    UserStore users,
    IRelations relations,
    GroupStore groups)
{
    private const int DefaultCount = 100;
    private const int MaxCount = 500;

    /// <summary>The newest, pinned ones first; the unread count is that of all.</summary>
    public Answer<ConversationMessages> Newest(Caller caller, GetActiveConversationsReq request)
    {
        var rows = conversations.Of(caller.UserID).All();
        var active = WithMessages(caller.UserID, rows);
        var count = request.Count is >= 1 and <= MaxCount ? (int)request.Count : DefaultCount;
        var newest = active
            .OrderByDescending(item => item.Row.Settings.IsPinned)
            .ThenByDescending(item => item.State.MaxSeqTime)
            .Take(count);
        return AnswerOf(caller, rows, active, newest);
    }

    /// <summary>The named ones, without those that the caller does not have and those without a message.</summary>
    public Answer<ConversationMessages> Some(Caller caller, GetJssdkConversationsReq request)
    {
        var rows = conversations.Of(caller.UserID).Find(request.ConversationIDs);
        var active = WithMessages(caller.UserID, rows);
        return AnswerOf(caller, rows, active, active);
    }

    private List<(ConversationRow Row, SeqState State)> WithMessages(string owner, List<ConversationRow> rows)
    {
        List<(ConversationRow Row, SeqState State)> found = [];
        foreach (var row in rows)
            if (logs.StateOf(row.ConversationID, owner).UpTo(row.Settings.MaxSeq) is { MaxSeq: > 0 } state)
                found.Add((row, state));
        return found;
    }

    private ConversationMessages AnswerOf(
        Caller caller,
        List<ConversationRow> rows,
        List<(ConversationRow Row, SeqState State)> counted,
        IEnumerable<(ConversationRow Row, SeqState State)> listed) =>
        new(
            counted.Sum(item => item.State.Unread),
            rows.Count == 0 ? null : [.. listed.Select(item => Fill(caller.UserID, item.Row, item.State))]);

    private ConversationMsg Fill(string owner, ConversationRow row, SeqState state) => new()
    {
        Conversation = row.ToWire(owner),
        LastMsg = messages.LastOf(row.ConversationID, owner),
        User = row.UserID.Length > 0 ? users.Find(row.UserID) : null,
        Friend = row.UserID.Length > 0 ? relations.FindFriend(owner, row.UserID) : null,
        Group = row.GroupID.Length > 0 ? groups.Find(row.GroupID) : null,
        MaxSeq = state.MaxSeq,
        ReadSeq = state.HasReadSeq,
    };
}
