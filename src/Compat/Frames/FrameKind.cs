namespace OpenIM.SignalR.Compat.Frames;

/// <summary>The WebSocket opcodes that a server sends.</summary>
internal enum FrameKind : byte
{
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
}
