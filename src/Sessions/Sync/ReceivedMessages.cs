using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Messages of one ordinary conversation that came in, oldest first, each seq once; seq 0 is online-only.
/// </summary>
internal readonly record struct ReceivedMessages(string ConversationID, IReadOnlyList<MsgData> Messages);
