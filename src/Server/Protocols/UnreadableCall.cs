using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace OpenIM.SignalR.Server;

/// <summary>
/// A call in SignalR's JSON protocol that its reader gave up on, because arguments are nested deeper than it goes. Its
/// head is readable all the same, so that the call can be refused and the connection goes on.
/// </summary>
internal static class UnreadableCall
{
    private const byte RecordSeparator = 0x1e;

    /// <summary>The call that <paramref name="input"/> begins with; null when it is none, or no JSON at all.</summary>
    public static (string? InvocationId, string Target)? Read(ReadOnlySequence<byte> input)
    {
        if (input.PositionOf(RecordSeparator) is not { } end)
            return null;
        try
        {
            return ReadHead(input.Slice(0, end));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (string? InvocationId, string Target)? ReadHead(ReadOnlySequence<byte> message)
    {
        var (type, id, target) = (0, (string?)null, (string?)null);
        var reader = new Utf8JsonReader(message, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type":
                    type = reader.GetInt32();
                    break;
                case "invocationId":
                    id = reader.GetString();
                    break;
                case "target":
                    target = reader.GetString();
                    break;
            }
            reader.Skip();
        }
        return type == HubProtocolConstants.InvocationMessageType && target is not null ? (id, target) : null;
    }
}
