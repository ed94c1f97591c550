namespace OpenIM.SignalR.Sandbox;

/// <summary>A message as the page shows it.</summary>
/// <param name="ConversationID">Where it belongs.</param>
/// <param name="Seq">Its number there; 0 when it is pushed only.</param>
/// <param name="SendID">The sender.</param>
/// <param name="RecvID">The receiver; of a message to a group, the group.</param>
/// <param name="ContentType">What kind of message it is.</param>
/// <param name="Content">The content as it is sent, mostly JSON; the beginning of it when it is long.</param>
/// <param name="ContentBytes">How long the content is.</param>
/// <param name="SendTime">In milliseconds since 1970.</param>
/// <param name="Status">2: sent, 4: deleted.</param>
/// <param name="OperationID">The request that caused it; empty when that is not known any more.</param>
internal sealed record FlowMessage(
    string ConversationID,
    long Seq,
    string SendID,
    string RecvID,
    int ContentType,
    string Content,
    int ContentBytes,
    long SendTime,
    int Status,
    string OperationID);

/// <summary>A connection of the message gateway that came or went.</summary>
internal sealed record FlowConnection(string UserID, string Platform, bool IsOpen, long Time);

/// <summary>What did not fit into the queue of a page that is too slow.</summary>
internal sealed record FlowLoss(long Entries);
