using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>What one batch of incoming messages comes to: the events, in the order in which they are raised.</summary>
internal sealed class ReceivedBatch
{
    public List<MsgStruct> OnlineOnly { get; } = [];

    public List<MsgStruct> Messages { get; } = [];

    /// <summary>Each conversation once.</summary>
    public List<ConversationRow> Conversations { get; } = [];

    public bool HasCounted { get; set; }

    public List<(string ConversationID, MsgStruct Message)> Typists { get; } = [];

    public void Changed(ConversationRow row)
    {
        if (!Conversations.Contains(row))
            Conversations.Add(row);
    }
}
