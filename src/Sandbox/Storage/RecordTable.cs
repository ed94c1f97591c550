using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;

namespace OpenIM.SignalR.Sandbox;

/// <summary>One kind of record and how it is written down.</summary>
/// <param name="Name">The table's name; a name and its form stay as they are once a file with them may exist.</param>
internal sealed record RecordTable<T>(string Name, Func<T, byte[]> Encode, Func<byte[], T> Decode);

/// <summary>Makes tables of the two usual forms.</summary>
internal static class RecordTable
{
    /// <summary>Messages of the wire, as protobuf.</summary>
    public static RecordTable<T> OfMessages<T>(string name) where T : IMessage<T>, new()
    {
        var parser = new MessageParser<T>(() => new T());
        return new RecordTable<T>(name, static value => value.ToByteArray(), parser.ParseFrom);
    }

    /// <summary>Records of our own, as JSON: <c>sqlite3</c> shows them to whoever is curious.</summary>
    public static RecordTable<T> OfJson<T>(string name, JsonTypeInfo<T> type) => new(
        name,
        value => JsonSerializer.SerializeToUtf8Bytes(value, type),
        bytes => JsonSerializer.Deserialize(bytes, type)!);
}
