using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// How version lines are kept: one record of where each line stands, and one of each entry, in the order of their
/// versions.
/// </summary>
internal sealed partial class VersionRecords(IRecordStore records)
{
    private static readonly RecordTable<VersionStamp> StampTable =
        RecordTable.OfJson("version_lines", VersionRecordJson.Default.VersionStamp);

    private static readonly RecordTable<EntryRecord> EntryTable =
        RecordTable.OfJson("version_entries", VersionRecordJson.Default.EntryRecord);

    public IEnumerable<(VersionLine Line, string Owner, VersionStamp Stamp)> Stamps()
    {
        foreach (var (key, stamp) in records.Load(StampTable))
        {
            var (line, owner) = RecordKey.Read(key);
            yield return (Enum.Parse<VersionLine>(line), string.Intern(owner), stamp);
        }
    }

    public IEnumerable<(VersionLine Line, string Owner, VersionEntry Entry)> Entries()
    {
        foreach (var (key, record) in records.Load(EntryTable))
        {
            var (lineKey, element) = RecordKey.Read(key);
            var (line, owner) = RecordKey.Read(lineKey);
            // The same few ids are in the lists of many: they share their texts, as they did when they were new.
            yield return (
                Enum.Parse<VersionLine>(line),
                owner,
                new VersionEntry(string.Intern(element), record.Change, record.Version));
        }
    }

    public void Put(VersionLine line, string owner, VersionStamp stamp) =>
        records.Put(StampTable, KeyOf(line, owner), stamp);

    public void Put(VersionLine line, string owner, VersionEntry entry) =>
        records.Put(EntryTable, KeyOf(line, owner, entry.Element), new EntryRecord(entry.Change, entry.Version));

    public void Delete(VersionLine line, string owner, string element) =>
        records.Delete(EntryTable, KeyOf(line, owner, element));

    private static string KeyOf(VersionLine line, string owner) => RecordKey.Of($"{line}", owner);

    private static string KeyOf(VersionLine line, string owner, string element) =>
        RecordKey.Of(KeyOf(line, owner), element);

    internal readonly record struct EntryRecord(ElementChange Change, ulong Version);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(VersionStamp))]
    [JsonSerializable(typeof(EntryRecord))]
    private sealed partial class VersionRecordJson : JsonSerializerContext;
}
