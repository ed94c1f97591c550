using System.Text.Json.Nodes;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What can be wrong with a list of arguments, by their types.</summary>
internal static class PositionalMistakes
{
    private const string Stranger = "nobody-of-that-id";

    public static IEnumerable<(string Mistake, JsonNode?[] Arguments, bool IsRefused)> Of(
        FunctionInfo function, Surroundings around)
    {
        JsonNode?[] Valid() => [.. function.Arguments.Select(argument => SampleArguments.Of(argument, around))];

        if (function.Arguments.Count > 0)
            yield return ("no arguments", [], IsRefused: true);
        yield return ("one argument too many", [.. Valid(), "more"], IsRefused: true);
        yield return ("twenty arguments too many", [.. Valid(), .. Enumerable.Range(0, 20).Select(i => (JsonNode)i)], IsRefused: true);
        for (var i = 0; i < function.Arguments.Count; i++)
        {
            var (name, type) = function.Arguments[i];
            foreach (var (mistake, value, isRefused) in OfOne(type)
                .Concat(OfRecord(SampleArguments.Of(function.Arguments[i], around))))
            {
                var arguments = Valid();
                arguments[i] = value;
                yield return ($"{name} {mistake}", arguments, isRefused);
            }
        }
    }

    private static IEnumerable<(string Mistake, JsonNode? Value, bool IsRefused)> OfOne(string type)
    {
        yield return ("null", null, IsRefused: false);
        switch (type)
        {
            case "string":
                yield return ("a number", 7, IsRefused: true);
                yield return ("an object", new JsonObject(), IsRefused: true);
                yield return ("empty", "", IsRefused: false);
                yield return ("huge", new string('x', 200_000), IsRefused: false);
                yield return ("foreign", Stranger, IsRefused: false);
                yield return ("a foreign conversation", "si_anna_bert", IsRefused: false);
                yield return ("not printable", "\0\u0001\r\n\u2028'\"<>%_\\", IsRefused: false);
                break;
            case "int" or "long" or "double":
                yield return ("a text", "seven", IsRefused: true);
                yield return ("a list", new JsonArray(1), IsRefused: true);
                yield return ("zero", 0, IsRefused: false);
                yield return ("negative", -1, IsRefused: false);
                yield return ("the greatest", int.MaxValue, IsRefused: false);
                yield return ("the least", int.MinValue, IsRefused: false);
                yield return ("huge", 1e300, IsRefused: type != "double");
                break;
            case "bool":
                yield return ("a text", "true", IsRefused: true);
                yield return ("a number", 1, IsRefused: true);
                break;
            case "object" or "callback":
                yield return ("empty", new JsonObject(), IsRefused: false);
                yield return ("a list", new JsonArray(), IsRefused: false);
                break;
            case var _ when type.EndsWith("[]", StringComparison.Ordinal):
                yield return ("a number", 7, IsRefused: true);
                yield return ("an object", new JsonObject(), IsRefused: true);
                yield return ("empty", new JsonArray(), IsRefused: false);
                yield return ("a list of nulls", new JsonArray(null, null), IsRefused: false);
                yield return ("a list of lists", new JsonArray(new JsonArray(7)), IsRefused: true);
                if (type == "string[]")
                {
                    yield return ("foreign", new JsonArray(Stranger), IsRefused: false);
                    yield return ("huge", Strangers(3_000), IsRefused: false);
                }
                break;
            default:
                yield return ("a number", 7, IsRefused: true);
                yield return ("a list", new JsonArray(), IsRefused: true);
                yield return ("empty", new JsonObject(), IsRefused: false);
                yield return ("of unknown keys", new JsonObject { [Stranger] = new string('x', 200_000) }, IsRefused: false);
                break;
        }
    }

    // A record with one wrong value, for each key in turn.
    private static IEnumerable<(string Mistake, JsonNode? Value, bool IsRefused)> OfRecord(JsonNode sample)
    {
        if (sample is not JsonObject record)
            yield break;
        foreach (var (key, value) in record)
        {
            yield return ($"with {key} null", With(key, null), IsRefused: false);
            yield return ($"with {key} a list of lists", With(key, new JsonArray(new JsonArray())), IsRefused: false);
            if (value is JsonArray)
                yield return ($"with {key} a list of null", With(key, new JsonArray((JsonNode?)null)), IsRefused: false);
            else if (value is JsonValue text && text.TryGetValue<string>(out _))
                yield return ($"with {key} huge", With(key, new string('x', 50_000)), IsRefused: false);
            else if (value is JsonValue)
                yield return ($"with {key} the least", With(key, int.MinValue), IsRefused: false);
            else
                yield return ($"with {key} empty", With(key, new JsonObject()), IsRefused: false);
        }

        JsonObject With(string key, JsonNode? value)
        {
            var changed = record.DeepClone().AsObject();
            changed[key] = value;
            return changed;
        }
    }

    private static JsonArray Strangers(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (JsonNode)$"{Stranger}{i}")];
}
