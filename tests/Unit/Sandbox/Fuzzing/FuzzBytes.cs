using System.Buffers;
using System.Collections;
using System.IO.Compression;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>Protobuf messages by their type, and bytes that were right before something happened to them.</summary>
internal sealed class FuzzBytes(Random random, FuzzValues values)
{
    private const int MaxDepth = 3;

    // Bytes that mean something in one of the encodings.
    private static readonly byte[] Telling = [0, 0x7f, 0x80, 0xff, .. "\"\\{}[]"u8];

    public IMessage Message(MessageDescriptor type, int depth = 0)
    {
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            if (values.Chance(10) || (depth >= MaxDepth && field.FieldType == FieldType.Message))
                continue;
            if (field.IsMap)
            {
                if (field.MessageType.FindFieldByNumber(1).FieldType == FieldType.String)
                    for (var count = random.Next(4); count > 0; count--)
                        ((IDictionary)field.Accessor.GetValue(message))[values.Text(field.Name)] =
                            Value(field.MessageType.FindFieldByNumber(2), field.Name, depth);
            }
            else if (field.IsRepeated)
                for (var count = values.Chance(1) ? 300 : random.Next(4); count > 0; count--)
                    ((IList)field.Accessor.GetValue(message)).Add(Value(field, field.Name, depth));
            else
                field.Accessor.SetValue(message, Value(field, field.Name, depth));
        }
        return message;
    }

    /// <summary>Cuts, doubles, overwrites and inserts, once or a few times.</summary>
    public byte[] Mutate(byte[] bytes)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(bytes.Length + 1);
            var value = values.Chance(50) ? (byte)random.Next(256) : Telling[random.Next(Telling.Length)];
            bytes = random.Next(4) switch
            {
                0 => bytes[..at],
                1 => [.. bytes[..at], value, .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[(at / 2)..at], .. bytes[at..]],
                _ when at < bytes.Length => [.. bytes[..at], value, .. bytes[(at + 1)..]],
                _ => [.. bytes, value],
            };
        }
        return bytes;
    }

    public byte[] Noise(int atMost)
    {
        var bytes = new byte[random.Next(atMost)];
        random.NextBytes(bytes);
        return bytes;
    }

    public static byte[] Compress(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return output.ToArray();
    }

    /// <summary>Protobuf groups and messages within messages, deeper than any parser should follow.</summary>
    public byte[] Deep() => values.Chance(50)
        ? [.. Enumerable.Repeat((byte)0x0b, random.Next(90, 5000))]
        : Nested(random.Next(90, 400));

    private static byte[] Nested(int depth)
    {
        byte[] inner = [];
        for (; depth > 0; depth--)
        {
            var output = new ArrayBufferWriter<byte>(inner.Length + 6);
            output.Write("\n"u8);
            for (var rest = inner.Length; ; rest >>= 7)
            {
                output.Write([(byte)(rest < 128 ? rest : (rest & 127) | 128)]);
                if (rest < 128)
                    break;
            }
            output.Write(inner);
            inner = output.WrittenSpan.ToArray();
        }
        return inner;
    }

    private object Value(FieldDescriptor field, string name, int depth)
    {
        var number = values.Number(name);
        return field.FieldType switch
        {
            FieldType.String => values.Text(name),
            FieldType.Bytes => ByteString.CopyFrom(values.Bytes(name)),
            FieldType.Bool => values.Chance(50),
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)number,
            FieldType.UInt32 or FieldType.Fixed32 => (uint)number,
            FieldType.UInt64 or FieldType.Fixed64 => (ulong)number,
            FieldType.Double => (double)number,
            FieldType.Float => (float)number,
            FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, (int)number),
            FieldType.Message when field.MessageType.File.Name.EndsWith("wrappers.proto", StringComparison.Ordinal) =>
                Value(field.MessageType.FindFieldByNumber(1), name, depth),
            FieldType.Message => Message(field.MessageType, depth + 1),
            _ => number,
        };
    }
}
