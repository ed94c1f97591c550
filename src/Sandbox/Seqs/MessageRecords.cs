using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// How message logs are kept: a record of each message, of each conversation's bounds, of each user's positions in it,
/// and of each message that a user deleted for himself.
/// </summary>
internal sealed partial class MessageRecords(IRecordStore records)
{
    private static readonly RecordTable<StoredMessage> Messages = new("messages", Encode, Decode);

    private static readonly RecordTable<BoundsRecord> Bounds =
        RecordTable.OfJson("message_bounds", MessageRecordJson.Default.BoundsRecord);

    private static readonly RecordTable<PositionsRecord> Positions =
        RecordTable.OfJson("message_positions", MessageRecordJson.Default.PositionsRecord);

    private static readonly RecordTable<long> Deletions =
        RecordTable.OfJson("message_deletions", MessageRecordJson.Default.Int64);

    /// <summary>Puts everything back into logs that are empty.</summary>
    public void Restore(Func<string, MessageLog> logOf)
    {
        foreach (var (key, message) in records.Load(Messages))
        {
            var (conversationID, seq) = RecordKey.Read(key);
            logOf(string.Intern(conversationID)).Restore(long.Parse(seq, CultureInfo.InvariantCulture), message);
        }
        foreach (var (conversationID, bounds) in records.Load(Bounds))
            logOf(string.Intern(conversationID)).RestoreBounds(bounds.MinSeq, bounds.MaxSeqTime);
        foreach (var (key, positions) in records.Load(Positions))
        {
            var (conversationID, userID) = RecordKey.Read(key);
            var user = logOf(conversationID).RestoreUser(string.Intern(userID));
            user.MinSeq = positions.MinSeq;
            user.HasReadSeq = positions.HasReadSeq;
        }
        foreach (var (key, seq) in records.Load(Deletions))
        {
            var (userKey, _) = RecordKey.Read(key);
            var (conversationID, userID) = RecordKey.Read(userKey);
            (logOf(conversationID).RestoreUser(string.Intern(userID)).Deleted ??= []).Add(seq);
        }
    }

    public void Put(string conversationID, long seq, StoredMessage message) =>
        records.Put(Messages, RecordKey.Of(conversationID, seq), message);

    public void PutBounds(string conversationID, long minSeq, long maxSeqTime) =>
        records.Put(Bounds, conversationID, new BoundsRecord(minSeq, maxSeqTime));

    public void Put(string conversationID, UserSeq user) => records.Put(
        Positions, RecordKey.Of(conversationID, user.UserID), new PositionsRecord(user.MinSeq, user.HasReadSeq));

    public void PutDeletion(string conversationID, string userID, long seq) =>
        records.Put(Deletions, RecordKey.Of(RecordKey.Of(conversationID, userID), seq), seq);

    // One byte of what changes, then the message's own bytes, or of a removed one its time.
    private static byte[] Encode(StoredMessage message)
    {
        var bytes = new byte[1 + (message.Data?.Length ?? sizeof(long))];
        var flags = (message.IsRead ? Flags.Read : Flags.None) | (message.IsRemoved ? Flags.Removed : Flags.None);
        bytes[0] = (byte)flags;
        if (message.Data is null)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), message.SendTime);
        else
            message.Data.CopyTo(bytes, 1);
        return bytes;
    }

    private static StoredMessage Decode(byte[] bytes)
    {
        var flags = (Flags)bytes[0];
        return flags.HasFlag(Flags.Removed)
            ? new StoredMessage(null)
            {
                IsRead = flags.HasFlag(Flags.Read),
                SendTime = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1)),
            }
            : new StoredMessage(bytes[1..]) { IsRead = flags.HasFlag(Flags.Read) };
    }

    [Flags]
    private enum Flags : byte
    {
        None = 0,
        Read = 1,
        Removed = 2,
    }

    internal readonly record struct BoundsRecord(long MinSeq, long MaxSeqTime);

    internal readonly record struct PositionsRecord(long MinSeq, long HasReadSeq);

    [JsonSerializable(typeof(BoundsRecord))]
    [JsonSerializable(typeof(PositionsRecord))]
    [JsonSerializable(typeof(long))]
    private sealed partial class MessageRecordJson : JsonSerializerContext;
}
