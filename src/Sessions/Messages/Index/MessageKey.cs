using System.Buffers.Binary;
using System.Globalization;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// A clientMsgID in little space: the 32 hex digits that clients make fit into 16 bytes, where the text takes 88. Other
/// texts are kept as they are.
/// </summary>
internal readonly struct MessageKey : IEquatable<MessageKey>
{
    private readonly UInt128 _hex;
    private readonly string? _text;

    private MessageKey(UInt128 hex, string? text)
    {
        _hex = hex;
        _text = text;
    }

    /// <summary>Whether this is the id of no message.</summary>
    public bool IsEmpty => _text is "";

    public static bool operator ==(MessageKey left, MessageKey right) => left.Equals(right);

    public static bool operator !=(MessageKey left, MessageKey right) => !left.Equals(right);

    public static MessageKey Of(string? clientMsgID)
    {
        Span<byte> bytes = stackalloc byte[16];
        return clientMsgID is { Length: 32 } && !clientMsgID.AsSpan().ContainsAnyInRange('A', 'Z')
            && Convert.FromHexString(clientMsgID, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), null)
            : new(default, clientMsgID ?? "");
    }

    public bool Equals(MessageKey other) => _hex == other._hex && _text == other._text;

    public override bool Equals(object? obj) => obj is MessageKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_hex, _text);

    /// <summary>The clientMsgID.</summary>
    public override string ToString() => _text ?? _hex.ToString("x32", CultureInfo.InvariantCulture);
}
