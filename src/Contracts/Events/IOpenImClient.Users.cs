using System.Text.Json;

namespace OpenIM.SignalR.Contracts;

public partial interface IOpenImClient
{
    /// <summary>Own profile changed.</summary>
    Task OnSelfInfoUpdated(LocalUser userInfo, string cursor);

    /// <summary>A subscribed user went online/offline.</summary>
    Task OnUserStatusChanged(OnlineStatus status, string cursor);

    /// <summary>User command store changed (wasm listener only).</summary>
    Task OnUserCommandAdd(JsonElement payload, string cursor);

    /// <summary>User command store changed (wasm listener only).</summary>
    Task OnUserCommandDelete(JsonElement payload, string cursor);

    /// <summary>User command store changed (wasm listener only).</summary>
    Task OnUserCommandUpdate(JsonElement payload, string cursor);
}
