using OpenIM.SignalR.Contracts;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>What the session keeps of conversations and messages, and how changes of it are told.</content>
internal sealed partial class SessionGrain
{
    private readonly ConversationTable _conversations = new();
    private readonly MessageIndex _index = new();

    /// <summary>
    /// Tells rows: those that clients have not heard of as new, the others as changed. Hidden ones are not told.
    /// </summary>
    /// <remarks>Latest messages that were let go must be loaded before: nothing may come between the events of one
    /// change.</remarks>
    private void TellConversations(IEnumerable<ConversationRow> rows)
    {
        List<LocalConversation>? added = null;
        List<LocalConversation>? changed = null;
        foreach (var row in rows)
        {
            if (!row.IsVisible)
                continue;
            (row.IsAnnounced ? changed ??= [] : added ??= []).Add(row.ToLocalConversation());
            row.IsAnnounced = true;
        }
        if (added is not null)
            Events.Raise("OnNewConversation", added, Json.Relaxed.IReadOnlyListLocalConversation);
        if (changed is not null)
            Events.Raise("OnConversationChanged", changed, Json.Relaxed.IReadOnlyListLocalConversation);
        _conversations.LetOldLatestGo();
    }

    private void TellConversation(ConversationRow row) => TellConversations([row]);

    private void TellTotalUnread() =>
        Events.Raise("OnTotalUnreadMessageCountChanged", _conversations.TotalUnread, Json.Relaxed.Int32);

    /// <summary>The session ended (logout, kick, token): forget everything.</summary>
    private void ClearConversations()
    {
        KeepUnsent();
        _conversations.Clear();
        _index.Clear();
        _revoking = null;
        ClearInputStates();
        _settingsVersion = ("", 0);
    }
}
