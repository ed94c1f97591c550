using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] SignalingFunctions =>
    [
        new("SignalingInvite", V2 | V38, NotOnServer, "object req"),
        new("SignalingInviteInGroup", V2 | V38, NotOnServer, "object req"),
        new("SignalingAccept", V2 | V38, NotOnServer, "object req"),
        new("SignalingReject", V2 | V38, NotOnServer, "object req"),
        new("SignalingCancel", V2 | V38, NotOnServer, "object req"),
        new("SignalingHungUp", V2 | V38, NotOnServer, "object req"),
        new("SignalingGetRoomByGroupID", V38, NotOnServer, "string groupID"),
        new("SignalingGetTokenByRoomID", V38, NotOnServer, "string roomID"),
        new("GetSignalingInvitationInfoStartApp", V38, NotOnServer),
        new("SignalingSendCustomSignal", V38, NotOnServer, "string customInfo, string roomID"),
    ];
}
