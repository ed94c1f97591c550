using System.Text.Json;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What can be wrong with the <c>data</c> of v2, by what it is to hold.</summary>
internal static class V2Mistakes
{
    private const int Parameter = 1001;
    private const int BadJson = 803;

    private static readonly string Long = new('x', 1_000_000);
    private static readonly string Deep = $"{new string('[', 1_000)}{new string(']', 1_000)}";

    public static IEnumerable<WrongArguments> Of(FunctionInfo function, string valid, Surroundings around)
    {
        var row = V2Functions.Find(function.Name)!;
        // A session that is up says so, whatever the frame holds; what is not there is not looked at.
        int[]? always = function.Name == "Login" ? [0]
            : row.Refusal is { } refusal ? [V2Errors.From(refusal).Code]
            : null;
        foreach (var (data, codes) in OfData(function, row, around))
            yield return new($"data {(data.Length > 20 ? $"{data[..5]}..." : data)}", data, always ?? codes);
        if (row.Shape is not (V2Shape.Object or V2Shape.ObjectOrJson) || always is not null)
            yield break;
        foreach (var key in row.Keys)
        {
            foreach (var (value, codes) in OfKey(function, row, key, around))
            {
                var text = value?.ToJsonString() ?? "null";
                yield return new($"{key} {(text.Length > 30 ? $"{text[..5]}..." : text)}", With(key, value), codes);
            }
            var without = JsonNode.Parse(valid)!.AsObject();
            without.Remove(key);
            yield return new($"no {key}", without.ToJsonString(), [Parameter]);
        }

        string With(string key, JsonNode? value)
        {
            var data = JsonNode.Parse(valid)!.AsObject();
            data[key] = value;
            return data.ToJsonString();
        }
    }

    private static IEnumerable<(string Data, int[] Codes)> OfData(FunctionInfo function, V2Function row, Surroundings around)
    {
        string[] values = ["", "null", "7", "true", "\"text\"", "[]", "[7]", "{}", "{\"a\":", around.Nobody, Long, "\0\u0001", Deep];
        foreach (var data in values)
        {
            yield return (data, row.Shape switch
            {
                V2Shape.Ignored => Meaningless(function, row),
                V2Shape.Raw => Meaningless(function, row),
                V2Shape.Json => IsJsonOf(function, data) ? Meaningless(function, row) : [BadJson],
                V2Shape.ObjectOrJson when data.StartsWith('[') => data == "[]" ? Meaningless(function, row) : [BadJson],
                _ => [Parameter],
            });
        }
    }

    private static IEnumerable<(JsonNode? Value, int[] Codes)> OfKey(
        FunctionInfo function, V2Function row, string key, Surroundings around)
    {
        var type = V2Types.Of(function.Name, key);
        JsonNode?[] values =
        [
            null, 7, -1, 1e300, true, new JsonArray(7), new JsonObject(), "", around.Nobody, "[7]", "[]", "{}", Long, Deep,
        ];
        foreach (var value in values)
            yield return (value, CodesOf(value));

        int[] CodesOf(JsonNode? value)
        {
            if (type.StartsWith("any", StringComparison.Ordinal))
                return value is null ? [Parameter] : Meaningless(function, row);
            if (type.StartsWith("array", StringComparison.Ordinal))
                return value is null ? [Parameter] : [BadJson];
            if (type == "number")
                return value?.GetValueKind() == JsonValueKind.Number ? Meaningless(function, row) : [Parameter];
            if (type == "boolean")
                return value is JsonValue boolean && boolean.TryGetValue<bool>(out _) ? Meaningless(function, row) : [Parameter];
            if (value is not JsonValue given || !given.TryGetValue<string>(out var text))
                return [Parameter];
            if (!type.StartsWith("string holding JSON", StringComparison.Ordinal))
                return Meaningless(function, row);
            var isGood = text switch
            {
                "" => type.EndsWith("or \"\"", StringComparison.Ordinal),
                "[]" => type.Contains("array", StringComparison.Ordinal),
                "{}" => !type.Contains("array", StringComparison.Ordinal),
                _ => false,
            };
            return isGood ? Meaningless(function, row) : [BadJson];
        }
    }

    private static bool IsJsonOf(FunctionInfo function, string data) => data switch
    {
        "[]" => function.Arguments is [{ Type: var type }] && type.EndsWith("[]", StringComparison.Ordinal),
        "{}" => !(function.Arguments is [{ Type: var type }] && type.EndsWith("[]", StringComparison.Ordinal)),
        _ => false,
    };

    // What the hub's method may answer to any value of the right type.
    private static int[] Meaningless(FunctionInfo function, V2Function row) =>
    [
        .. DocumentedErrors.AllOf(row.Method).Union(DocumentedErrors.AllOf(function.Name))
            .SelectMany(code => CodesOf(code, row)).Distinct(),
    ];

    // The SDK's own refusals and what it does not find have one code, which v2 has two for.
    private static int[] CodesOf(int code, V2Function row) => code switch
    {
        0 => [0],
        ErrorCode.Unknown => [row.Refused, V2Errors.Database],
        _ => [V2Errors.From(new OpenImError(code, ""), row, "").Code],
    };
}
