using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How conversation rows are kept: as they are on the wire, by their owner.</summary>
internal sealed class ConversationRecords(IRecordStore records)
{
    private static readonly RecordTable<(string Owner, ConversationRow Row)> Table = new(
        "conversations",
        static entry => entry.Row.ToWire(entry.Owner).ToByteArray(),
        static bytes => FromWire(Conversation.Parser.ParseFrom(bytes)));

    public IEnumerable<(string Owner, ConversationRow Row)> Load() =>
        records.Load(Table).Select(record => record.Value);

    public void Put(string owner, ConversationRow row) =>
        records.Put(Table, RecordKey.Of(owner, row.ConversationID), (owner, row));

    public void Delete(string owner, string conversationID) =>
        records.Delete(Table, RecordKey.Of(owner, conversationID));

    // Interned: each id is in the rows of many, and in message logs and version lines, which share it when it is new.
    private static (string Owner, ConversationRow Row) FromWire(Conversation conversation)
    {
        var settings = ConversationSettings.FromWire(conversation);
        return (string.Intern(conversation.OwnerUserID), new ConversationRow(
            string.Intern(conversation.ConversationID),
            conversation.ConversationType,
            string.Intern(
                conversation.ConversationType == SessionType.Group ? conversation.GroupID : conversation.UserID),
            settings == ConversationSettings.Default ? ConversationSettings.Default : settings));
    }
}
