using System.Text.Json.Serialization;
using Google.Protobuf;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The answer of the paths below <c>/jssdk</c>.</summary>
/// <param name="UnreadCount">Of all conversations that were looked at.</param>
/// <param name="Conversations">Null when there is none, empty when none of them has a message: in JSON these
/// differ.</param>
internal sealed record ConversationMessages(
    [property: JsonPropertyName("unreadCount")] long UnreadCount,
    [property: JsonPropertyName("conversations")] List<ConversationMsg>? Conversations)
{
    /// <summary>The protobuf form, which is the same for both paths.</summary>
    public byte[] ToByteArray() => new GetActiveConversationsResp
    {
        UnreadCount = UnreadCount,
        Conversations = { Conversations ?? [] },
    }.ToByteArray();
}
