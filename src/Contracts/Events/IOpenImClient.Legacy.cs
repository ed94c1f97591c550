using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

/// <content>Events of older SDKs. A session of v3.8 raises none of them; their dialects may.</content>
public partial interface IOpenImClient
{
    /// <summary>A message was revoked with contentType 111 (old revoke).</summary>
    Task OnRecvMessageRevoked(string clientMsgID, string cursor);

    /// <summary>Message modified.</summary>
    Task OnRecvMessageModified(MsgStruct message, string cursor);

    /// <summary>Reaction extensions changed.</summary>
    Task OnRecvMessageExtensionsChanged(JsonElement change, string cursor);

    /// <summary>Reaction extensions deleted.</summary>
    Task OnRecvMessageExtensionsDeleted(JsonElement change, string cursor);

    /// <summary>Reaction extensions added.</summary>
    Task OnRecvMessageExtensionsAdded(JsonElement change, string cursor);

    /// <summary>Organization data changed.</summary>
    Task OnOrganizationUpdated(string cursor);

    /// <summary>New work-moments notification.</summary>
    Task OnRecvNewNotification(string cursor);

    /// <summary>Made up by npm 2.3.0 itself for what another connection of the user sent.</summary>
    Task OnRecvNewMessageFromOtherWeb(MsgStruct message, string cursor);
}
