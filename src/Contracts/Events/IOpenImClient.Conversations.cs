using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>One or more conversations were created.</summary>
    Task OnNewConversation(IReadOnlyList<LocalConversation> conversations, string cursor);

    /// <summary>Conversation rows changed (latest message, unread, draft, pin, options).</summary>
    Task OnConversationChanged(IReadOnlyList<LocalConversation> conversations, string cursor);

    /// <summary>Total unread counter changed.</summary>
    Task OnTotalUnreadMessageCountChanged(int totalUnreadCount, string cursor);

    /// <summary>A peer starts or stops typing.</summary>
    Task OnConversationUserInputStatusChanged(ConversationInputStatus inputStatus, string cursor);

    /// <summary>Conversation group created.</summary>
    Task OnConversationGroupAdded(ConversationGroup group, string cursor);

    /// <summary>Conversation group deleted.</summary>
    Task OnConversationGroupDeleted(ConversationGroup group, string cursor);

    /// <summary>Conversation group changed.</summary>
    Task OnConversationGroupChanged(ConversationGroup group, string cursor);

    /// <summary>Conversations added to a group.</summary>
    Task OnConversationGroupMemberAdded(JsonElement payload, string cursor);

    /// <summary>Conversations removed from a group.</summary>
    Task OnConversationGroupMemberDeleted(JsonElement payload, string cursor);
}
