using System.Text.Json;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.Frames;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>How an entity of v3.8 becomes v2's, key by key.</summary>
/// <param name="Added">Keys that v3.8 does not have, with the value for "unknown"; they replace what is there.</param>
/// <param name="Seconds">Times that are milliseconds in v3.8 and seconds in v2.</param>
/// <param name="Renamed">Keys with another name in v2.</param>
/// <param name="Dropped">Keys that v2 does not have.</param>
/// <param name="RoleLevel">The key with a group role, whose numbers differ.</param>
internal sealed record V2Reshape(
    Dictionary<string, JsonNode>? Added = null,
    string[]? Seconds = null,
    Dictionary<string, string>? Renamed = null,
    string[]? Dropped = null,
    string? RoleLevel = null)
{
    // No time in seconds gets that large, and no time in milliseconds is that small, for a thousand years.
    private const long SmallestMilliseconds = 100_000_000_000;

    public JsonObject Apply(object entity)
    {
        var json = JsonSerializer.SerializeToNode(entity, JsonText.Options.GetTypeInfo(entity.GetType()))!.AsObject();
        foreach (var key in Seconds ?? [])
        {
            if (json[key]?.GetValue<long>() is >= SmallestMilliseconds and var time)
                json[key] = time / 1000;
        }

        foreach (var (from, to) in Renamed ?? [])
        {
            if (json.Remove(from, out var value) && !json.ContainsKey(to))
                json[to] = value;
        }

        foreach (var key in Dropped ?? [])
            json.Remove(key);
        if (RoleLevel is not null && json[RoleLevel]?.GetValue<int>() is { } level)
            json[RoleLevel] = V2GroupRole.FromV38(level);
        foreach (var (key, value) in Added ?? [])
            json[key] = value.DeepClone();
        return json;
    }

    public JsonArray ApplyAll(IEnumerable<object> entities) => [.. entities.Select(entity => (JsonNode)Apply(entity))];
}
