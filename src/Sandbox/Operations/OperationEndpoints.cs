using System.Text.Json;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The paths by which the operator of a real server edits its configuration files and restarts it. A Sandbox has
/// neither: its options are given when it is started, and it ends with whoever started it. After the real server's
/// checks these paths say so.
/// </summary>
internal static class OperationEndpoints
{
    private static readonly ServerError NoConfiguration = ServerErrors.Internal(
        "a Sandbox has no configuration files: its options are given when it is started");

    private static readonly ServerError NoRestart = ServerErrors.Internal(
        "a Sandbox cannot restart itself: end it and start it again");

    public static void MapOperations(this RestApi api)
    {
        Refuse(api, "/restart", NoRestart);
        foreach (var name in new[]
        {
            "get_config_list", "get_config", "set_config", "reset_config", "set_enable_config_manager",
            "get_enable_config_manager",
        })
            Refuse(api, $"/config/{name}", NoConfiguration);
    }

    private static void Refuse(RestApi api, string path, ServerError error) =>
        api.MapBound<Dictionary<string, JsonElement>, bool>(
            path, ServerErrors.Arguments, _ => null, (caller, _) => caller.MustBeAdmin() ?? error);
}
