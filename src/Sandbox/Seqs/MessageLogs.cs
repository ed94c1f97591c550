using System.Collections.Concurrent;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The message logs of all conversations. A log comes into being when something is written to it.</summary>
internal sealed class MessageLogs
{
    private readonly ConcurrentDictionary<string, MessageLog> _logs = new(StringComparer.Ordinal);
    private readonly MessageRecords _records;

    public MessageLogs(IRecordStore records)
    {
        _records = new MessageRecords(records);
        _records.Restore(Of);
    }

    public MessageLog Of(string conversationID) =>
        _logs.GetOrAdd(conversationID, static (id, records) => new MessageLog(id, records), _records);

    public MessageLog? Find(string conversationID) => _logs.GetValueOrDefault(conversationID);

    /// <summary>All logs, in no order.</summary>
    public ICollection<MessageLog> All => _logs.Values;

    public long MaxSeqOf(string conversationID) => Find(conversationID)?.MaxSeq ?? 0;

    public SeqState StateOf(string conversationID, string userID) => Find(conversationID)?.StateOf(userID) ?? default;
}
