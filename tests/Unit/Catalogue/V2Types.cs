using System.Text.Json;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What the keys of v2's <c>data</c> hold, from the facts of the protocol.</summary>
internal static class V2Types
{
    private static readonly Dictionary<string, Dictionary<string, string>> ByFunction = Read();

    /// <summary>"string", "number", "boolean", "string holding JSON array of string" and so on.</summary>
    public static string Of(string function, string key) => ByFunction[function].GetValueOrDefault(key, "");

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var path = Path.Combine(RepositoryFolders.Docs, "protocol", "legacy", "functions.json");
        using var functions = JsonDocument.Parse(File.ReadAllBytes(path));
        return functions.RootElement.EnumerateArray()
            .Where(function => function.TryGetProperty("v2", out var v2) && v2.ValueKind == JsonValueKind.Object)
            .ToDictionary(
                function => function.GetProperty("name").GetString()!,
                function => function.GetProperty("v2").GetProperty("requiredKeys").EnumerateArray().ToDictionary(
                    key => key.GetProperty("name").GetString()!, key => key.GetProperty("type").GetString()!, StringComparer.Ordinal),
                StringComparer.Ordinal);
    }
}
