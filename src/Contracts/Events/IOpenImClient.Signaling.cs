using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>Someone calls this user.</summary>
    Task OnReceiveNewInvitation(JsonElement payload, string cursor);

    /// <summary>The callee accepted.</summary>
    Task OnInviteeAccepted(JsonElement payload, string cursor);

    /// <summary>The callee refused.</summary>
    Task OnInviteeRejected(JsonElement payload, string cursor);

    /// <summary>The caller canceled.</summary>
    Task OnInvitationCancelled(JsonElement payload, string cursor);

    /// <summary>No answer within invitation.timeout seconds.</summary>
    Task OnInvitationTimeout(JsonElement payload, string cursor);

    /// <summary>Another device of this user accepted.</summary>
    Task OnInviteeAcceptedByOtherDevice(JsonElement payload, string cursor);

    /// <summary>Another device of this user refused.</summary>
    Task OnInviteeRejectedByOtherDevice(JsonElement payload, string cursor);

    /// <summary>The peer hung up.</summary>
    Task OnHangUp(JsonElement payload, string cursor);

    /// <summary>Meeting participant joined/left.</summary>
    Task OnRoomParticipantConnected(CallingRoomData room, string cursor);

    /// <summary>Meeting participant joined/left.</summary>
    Task OnRoomParticipantDisconnected(CallingRoomData room, string cursor);

    /// <summary>Meeting stream changed.</summary>
    Task OnStreamChange(JsonElement payload, string cursor);

    /// <summary>Custom signal in a room.</summary>
    Task OnReceiveCustomSignal(JsonElement payload, string cursor);
}
