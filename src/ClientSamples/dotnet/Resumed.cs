using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.ChatSample;

/// <summary>The hub's answer to Resume.</summary>
/// <param name="Continuous">False when events are missing for good.</param>
/// <param name="Events">What came after the cursor, oldest first.</param>
/// <param name="Cursor">The place after the last of them.</param>
internal sealed record Resumed(bool Continuous, IReadOnlyList<ResumedEvent> Events, string Cursor);

/// <summary>One event of <see cref="Resumed"/>.</summary>
/// <param name="Name">The client method.</param>
/// <param name="Arguments">Its arguments, without the cursor.</param>
/// <param name="Cursor">Its place.</param>
internal sealed record ResumedEvent(string Name, IReadOnlyList<JsonElement> Arguments, string Cursor)
{
    /// <summary>The messages of an OnRecvNewMessages.</summary>
    public IReadOnlyList<MsgStruct> Messages => Arguments[0].Deserialize(ContractsJsonContext.Default.IReadOnlyListMsgStruct)!;
}
