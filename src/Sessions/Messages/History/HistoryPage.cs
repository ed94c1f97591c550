using OpenIM.SignalR.Contracts;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>A page of history.</summary>
/// <param name="Messages">Oldest first.</param>
/// <param name="IsEnd">Whether the page came up short because there is nothing more.</param>
/// <param name="Error">Why the page ends early, if it does. What was read until then is good.</param>
internal sealed record HistoryPage(IReadOnlyList<Wire.MsgData> Messages, bool IsEnd, OpenImError? Error);
