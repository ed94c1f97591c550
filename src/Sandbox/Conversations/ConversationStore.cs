using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The conversation lists of all users.</summary>
internal sealed class ConversationStore
{
    private readonly ConcurrentDictionary<string, ConversationList> _lists = new(StringComparer.Ordinal);
    private readonly ConversationRecords _records;
    private readonly VersionLogs _versions;
    private readonly TimeProvider _time;

    public ConversationStore(IRecordStore records, VersionLogs versions, TimeProvider time)
    {
        _time = time;
        _records = new ConversationRecords(records);
        _versions = versions;
        foreach (var (owner, row) in _records.Load())
            Of(owner).Restore(row);
    }

    public ConversationList Of(string owner) =>
        _lists.GetOrAdd(
            owner,
            static (owner, store) => new ConversationList(
                owner, store._records, store._versions.Of(VersionLine.Conversations, owner), store._time),
            this);

    /// <summary>A row, without making a list for somebody who has none.</summary>
    public ConversationRow? Find(string owner, string conversationID) =>
        _lists.TryGetValue(owner, out var list) ? list.Find(conversationID) : null;

    /// <summary>Writes <paramref name="ex"/> into the rows that others have of their chats with a user.</summary>
    public void SetExOfChatsWith(string userID, string ex)
    {
        foreach (var (owner, list) in _lists)
        {
            if (owner == userID)
                continue;
            list.Change(ConversationID.OfSingleChat(owner, userID), settings => settings with { Ex = ex });
            list.Change(ConversationID.OfNotificationAccount(owner, userID), settings => settings with { Ex = ex });
        }
    }
}
