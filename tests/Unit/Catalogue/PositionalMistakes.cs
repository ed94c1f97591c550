using System.Text.Json.Nodes;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What can be wrong with a list of arguments, by their types.</summary>
internal static class PositionalMistakes
{
    private const int Deep = 900;
    private const int Many = 100_000;

    /// <summary>Of what is in every later message and notification, such as one's own name.</summary>
    private const int ShortHuge = 2_000;

    private const string NotPrintable = "\0\u0001\r\n\u2028'\"<>%_\\";

    private static readonly string Huge = new('x', 1_000_000);

    /// <summary>Each mistake in its place; a place in a structure is written <c>req.groupID</c>.</summary>
    public static IEnumerable<PositionalMistake> Of(FunctionInfo function, Surroundings around)
    {
        var places = function.Arguments;
        if (places.Count > 0)
            yield return new("no arguments", [], Mistake.Count, "");
        yield return new("one argument too many", [.. Valid(), "more"], Mistake.Count, "");
        yield return new("twenty too many", [.. Valid(), .. Enumerable.Range(0, 20).Select(i => (JsonNode)i)], Mistake.Count, "");
        for (var i = 0; i < places.Count; i++)
        {
            var (name, type) = places[i];
            foreach (var wrong in OfOne(name, type, around).Concat(OfRecord(function.Name, places[i], around)))
            {
                var arguments = Valid();
                arguments[i] = wrong.Value;
                yield return new($"{wrong.Place} {wrong.Text}", arguments, wrong.Mistake, wrong.Place);
            }
        }

        JsonNode?[] Valid() => [.. places.Select(argument => SampleArguments.Of(argument, around))];
    }

    private static IEnumerable<WrongValue> OfOne(string name, string type, Surroundings around)
    {
        switch (type)
        {
            case "string":
                yield return new(name, "null", null, Mistake.Empty);
                foreach (var wrong in OfText(name, around))
                    yield return wrong;
                yield return new(name, "huge", Huge, Mistake.Huge);
                break;
            case "int" or "long" or "double":
                yield return new(name, "null", null, Mistake.Type);
                foreach (var wrong in OfNumber(name, isWhole: type != "double"))
                    yield return wrong;
                break;
            case "bool":
                yield return new(name, "null", null, Mistake.Type);
                foreach (var wrong in OfBoolean(name))
                    yield return wrong;
                break;
            case "object" or "callback":
                yield return new(name, "null", null, Mistake.Null);
                yield return new(name, "empty", new JsonObject(), Mistake.Empty);
                yield return new(name, "a list", new JsonArray(), Mistake.Type);
                break;
            case var _ when type.EndsWith("[]", StringComparison.Ordinal):
                yield return new(name, "null", null, Mistake.Null);
                foreach (var wrong in OfList(name, isOfTexts: type == "string[]"))
                    yield return wrong;
                if (type == "string[]")
                {
                    yield return new(name, "of somebody else", new JsonArray(around.Foreign(name)), Mistake.Foreign);
                    var many = Enumerable.Range(0, Many).Select(i => (JsonNode)$"nobody{i}");
                    yield return new(name, "many", new JsonArray([.. many]), Mistake.Many);
                }
                break;
            default:
                yield return new(name, "null", null, Mistake.Null);
                yield return new(name, "a number", 7, Mistake.Type);
                yield return new(name, "a text", "text", Mistake.Type);
                yield return new(name, "a list", new JsonArray(), Mistake.Type);
                yield return new(name, "empty", new JsonObject(), Mistake.Empty);
                var unknown = new JsonObject { ["nobody"] = new JsonObject { ["x"] = new JsonArray(1, null) } };
                yield return new(name, "of an unknown key", unknown, Mistake.Empty);
                yield return new(name, "deep", new JsonObject { ["nobody"] = Nested() }, Mistake.Type);
                break;
        }
    }

    // A record with one wrong value, for each key in turn.
    private static IEnumerable<WrongValue> OfRecord(string function, FunctionArgument argument, Surroundings around)
    {
        if (SampleArguments.Of(argument, around) is not JsonObject record || argument.Type == "object")
            yield break;
        var texts = record.DeepClone().AsObject();
        foreach (var (key, value) in record)
        {
            if (value is JsonValue given && given.TryGetValue<string>(out _))
                texts[key] = Huge[..(function.StartsWith("Set", StringComparison.Ordinal) ? ShortHuge : 100_000)];
            foreach (var wrong in OfValue($"{argument.Name}.{key}", value, SampleArguments.IsNullable(argument.Type, key), around))
            {
                var changed = record.DeepClone().AsObject();
                changed[key] = wrong.Value;
                yield return wrong with { Value = changed };
            }
        }
        yield return new(argument.Name, "of huge texts", texts, Mistake.Huge);
    }

    private static IEnumerable<WrongValue> OfValue(string place, JsonNode? value, bool isNullable, Surroundings around)
    {
        switch (value)
        {
            case JsonArray list:
                yield return new(place, "null", null, Mistake.Empty);
                foreach (var wrong in OfList(
                    place, isOfTexts: list is [JsonValue text] && text.TryGetValue<string>(out _),
                    isOfNumbers: list is [JsonValue number] && number.TryGetValue<int>(out _)))
                    yield return wrong;
                break;
            case JsonObject:
                yield return new(place, "null", null, Mistake.Empty);
                yield return new(place, "empty", new JsonObject(), Mistake.Empty);
                yield return new(place, "a list", new JsonArray(new JsonArray()), Mistake.Type);
                break;
            case JsonValue plain when plain.TryGetValue<string>(out _):
                yield return new(place, "null", null, Mistake.Empty);
                foreach (var wrong in OfText(place, around))
                    yield return wrong;
                break;
            case JsonValue boolean when boolean.TryGetValue<bool>(out _):
                if (!isNullable)
                    yield return new(place, "null", null, Mistake.NullValue);
                foreach (var wrong in OfBoolean(place))
                    yield return wrong;
                break;
            default:
                if (!isNullable)
                    yield return new(place, "null", null, Mistake.NullValue);
                foreach (var wrong in OfNumber(place, isWhole: true))
                    yield return wrong;
                break;
        }
    }

    private static IEnumerable<WrongValue> OfText(string place, Surroundings around)
    {
        yield return new(place, "a number", 7, Mistake.Type);
        yield return new(place, "an object", new JsonObject(), Mistake.Type);
        yield return new(place, "a list", new JsonArray(new JsonArray()), Mistake.Type);
        yield return new(place, "empty", "", Mistake.Empty);
        yield return new(place, "nobody's", around.Nobody, Mistake.Unknown);
        yield return new(place, "not printable", NotPrintable + around.Nobody, Mistake.Unknown);
        yield return new(place, "of somebody else", around.Foreign(place), Mistake.Foreign);
    }

    private static IEnumerable<WrongValue> OfNumber(string place, bool isWhole)
    {
        yield return new(place, "a text", "seven", Mistake.Type);
        yield return new(place, "true", true, Mistake.Type);
        yield return new(place, "a list", new JsonArray(1), Mistake.Type);
        yield return new(place, "zero", 0, Mistake.Zero);
        yield return new(place, "negative", -1, Mistake.Negative);
        yield return new(place, "the greatest", int.MaxValue, Mistake.Great);
        yield return new(place, "the least", int.MinValue, Mistake.Negative);
        if (!isWhole)
            yield break;
        yield return new(place, "more than 64 bits hold", 18_446_744_073_709_551_616m, Mistake.Type);
        yield return new(place, "a huge power", 1e300, Mistake.Type);
    }

    private static IEnumerable<WrongValue> OfBoolean(string place)
    {
        yield return new(place, "a text", "true", Mistake.Type);
        yield return new(place, "a number", 1, Mistake.Type);
    }

    private static IEnumerable<WrongValue> OfList(string place, bool isOfTexts, bool isOfNumbers = false)
    {
        yield return new(place, "a number", 7, Mistake.Type);
        yield return new(place, "a text", "text", Mistake.Type);
        yield return new(place, "an object", new JsonObject(), Mistake.Type);
        yield return new(place, "a list of lists", new JsonArray(new JsonArray(7)), Mistake.Type);
        yield return new(place, "empty", new JsonArray(), Mistake.Empty);
        yield return new(place, "a list of nulls", new JsonArray(null, null), isOfNumbers ? Mistake.NullValue : Mistake.Nulls);
        if (isOfTexts)
            yield return new(place, "of nobody", new JsonArray("nobody-of-that-id"), Mistake.Unknown);
    }

    private static JsonArray Nested()
    {
        var inner = new JsonArray();
        for (var depth = 0; depth < Deep; depth++)
            inner = new JsonArray(inner);
        return inner;
    }

    private sealed record WrongValue(string Place, string Text, JsonNode? Value, Mistake Mistake);
}

/// <summary>A list of arguments with one mistake.</summary>
/// <param name="Text">For people.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Mistake">Its kind.</param>
/// <param name="Place">The argument, or the key in it.</param>
internal sealed record PositionalMistake(string Text, JsonNode?[] Arguments, Mistake Mistake, string Place);
