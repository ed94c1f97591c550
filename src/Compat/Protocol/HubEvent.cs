using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// An event on its way from the hub to legacy connections, not yet in a dialect. SignalR encodes it once for all of
/// them, and a backplane once for all nodes.
/// <code>
///   name length: u16 | name: ASCII | count of arguments: u8 | for each: length: i32, JSON: UTF-8
/// </code>
/// The last argument is the cursor; legacy clients have no use for it.
/// </summary>
internal readonly ref struct HubEvent
{
    private readonly ReadOnlySpan<byte> _arguments;

    public HubEvent(ReadOnlySpan<byte> encoded)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(encoded);
        Name = Encoding.ASCII.GetString(encoded.Slice(2, length));
        Count = Math.Max(0, encoded[2 + length] - 1);
        _arguments = encoded[(3 + length)..];
    }

    public string Name { get; }

    /// <summary>How many arguments the event has, the cursor not counted.</summary>
    public int Count { get; }

    /// <summary>An argument as JSON.</summary>
    public ReadOnlySpan<byte> Argument(int index)
    {
        var rest = _arguments;
        for (; index > 0; index--)
            rest = rest[(4 + BinaryPrimitives.ReadInt32LittleEndian(rest))..];
        return rest.Slice(4, BinaryPrimitives.ReadInt32LittleEndian(rest));
    }

    /// <summary>Encodes an event as it leaves the hub.</summary>
    public static void Write(InvocationMessage message, IBufferWriter<byte> output)
    {
        var name = message.Target;
        var head = output.GetSpan(name.Length + 3);
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)name.Length);
        Encoding.ASCII.GetBytes(name, head[2..]);
        head[2 + name.Length] = (byte)message.Arguments.Length;
        output.Advance(name.Length + 3);
        foreach (var argument in message.Arguments)
            WriteArgument(argument, output);
    }

    private static void WriteArgument(object? argument, IBufferWriter<byte> output)
    {
        var json = argument switch
        {
            RawJson raw => raw.Utf8.Span,
            null => "null"u8,
            _ => JsonText.Encode(argument),
        };
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), json.Length);
        output.Advance(4);
        output.Write(json);
    }
}
