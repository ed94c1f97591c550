using System.Collections.Frozen;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>The functions of v2, each in one line: its data, and the call of the hub that is made of it.</summary>
internal static partial class V2Functions
{
    private static readonly V2Function[] Rows =
    [
        .. Numbered([.. Init, .. Users, .. Conversations, .. Create, .. Messages, .. Relations, .. Groups]),
    ];

    private static readonly FrozenDictionary<string, V2Function> ByName =
        Rows.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>
    /// The function of that name; one that cannot be called says why; null when v2 has no such function.
    /// </summary>
    public static V2Function? Find(string name)
    {
        if (ByName.TryGetValue(name, out var function))
            return function;
        return FunctionCatalogue.Find(name) is { Availability: not FunctionAvailability.Available } info
            && info.Dialects.HasFlag(FunctionDialects.V2)
            ? Ignored(name, name) with { Refusal = info.Refusal }
            : null;
    }

    /// <summary>The function in that row.</summary>
    public static V2Function At(int row) => Rows[row];

    private static V2Function[] Numbered(V2Function[] rows)
    {
        for (var row = 0; row < rows.Length; row++)
            rows[row].Row = row;
        return rows;
    }

    private static V2Function Ignored(
        string name, string? method = null, Func<object, string, object>? result = null) =>
        Row(name, method, V2Shape.Ignored, [], _ => [], result);

    private static V2Function Raw(string name, Func<V2Data, object?[]> arguments, string? method = null) =>
        Row(name, method, V2Shape.Raw, [], arguments, null);

    private static V2Function Json(
        string name, Func<V2Data, object?[]> arguments, string? method = null,
        Func<object, string, object>? result = null) =>
        Row(name, method, V2Shape.Json, [], arguments, result);

    private static V2Function Object(
        string name, string[] keys, Func<V2Data, object?[]> arguments, string? method = null,
        Func<object, string, object>? result = null) =>
        Row(name, method, V2Shape.Object, keys, arguments, result);

    private static V2Function Quoted(V2Function function) => function with { IsVoidQuoted = true };

    private static V2Function Row(
        string name, string? method, V2Shape shape, string[] keys, Func<V2Data, object?[]> arguments,
        Func<object, string, object>? result) =>
        new(name, method ?? name, shape, keys, arguments, result, IsVoidQuoted: false)
        {
            // Whether a function is there is said in one place for all clients.
            Refusal = FunctionCatalogue.Find(method ?? name) is { } info
                && info.Availability != FunctionAvailability.Available
                    ? info.Refusal
                    : null,
        };
}
