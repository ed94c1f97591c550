using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// Reads <c>data</c>, a JSON array of positional arguments in which structures are strings that hold JSON, straight
/// into the objects that the hub's method takes.
/// <para>
/// A client gets the error that the original dispatcher would have found first, whatever else is wrong: no array, a
/// null, then (the SDK's own) the number, then the types.
/// </para>
/// </summary>
internal static class V3Arguments
{
    /// <summary>What was found in <c>data</c>.</summary>
    /// <param name="Values">One for each of the hub's parameters, when there is no error.</param>
    /// <param name="FrameError">It is no request: to be answered before anything else is looked at.</param>
    /// <param name="CallError">The function refuses it.</param>
    public readonly record struct Outcome(object?[] Values, OpenImError? FrameError, OpenImError? CallError);

    public static Outcome Read(ReadOnlySpan<byte> data, V3Function function)
    {
        var parameters = function.Parameters ?? [];
        var values = parameters.Length == 0 ? [] : new object?[parameters.Length];
        OpenImError? callError = null;
        OpenImError? nullError = null;
        var count = 0;
        try
        {
            var reader = new Utf8JsonReader(data);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
            {
                if (reader.TokenType != JsonTokenType.StartArray)
                    return NoArray($"{reader.TokenType} is not an array");
                for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
                {
                    if (reader.TokenType == JsonTokenType.Null)
                        nullError ??= new(V3Errors.NoRequest, $"args has nil: args[{count + 1}] is not nil");
                    else if (count < parameters.Length)
                        callError ??= ReadOne(
                            ref reader, parameters[count], count, function.EmptyTextIsNone, out values[count]);
                    reader.Skip();
                }
            }

            reader.Read();
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            return NoArray(data.IsEmpty ? "unexpected end of JSON input" : "not JSON");
        }

        if (nullError is null && !Complete(values, parameters, count, function.OptionalArguments))
            callError = V3Errors.ArgumentCount;
        return new Outcome(values, nullError, callError);
    }

    private static Outcome NoArray(string why) =>
        new([], new OpenImError(V3Errors.NoRequest, $"json.Unmarshal failed: {why}"), CallError: null);

    private static bool Complete(object?[] values, V3Parameter[] parameters, int count, int optional)
    {
        if (count > parameters.Length || count < parameters.Length - optional)
            return false;
        for (var i = count; i < parameters.Length; i++)
        {
            values[i] = parameters[i].Kind switch
            {
                V3ParameterKind.Text => "",
                V3ParameterKind.Boolean => false,
                V3ParameterKind.Int32 => 0,
                V3ParameterKind.Int64 => 0L,
                V3ParameterKind.Double => 0d,
                _ => JsonSerializer.Deserialize("{}"u8, parameters[i].Json!),
            };
        }

        return true;
    }

    private static OpenImError? ReadOne(
        ref Utf8JsonReader reader, V3Parameter parameter, int index, bool emptyIsNone, out object? value)
    {
        value = (parameter.Kind, reader.TokenType) switch
        {
            (V3ParameterKind.Text, JsonTokenType.String) => reader.GetString(),
            (V3ParameterKind.Boolean, JsonTokenType.True or JsonTokenType.False) => reader.GetBoolean(),
            (V3ParameterKind.Int32, JsonTokenType.Number) => (object?)ReadInt32(ref reader),
            (V3ParameterKind.Int64, JsonTokenType.Number) => (object?)ReadWhole(ref reader),
            (V3ParameterKind.Double, JsonTokenType.Number) => reader.TryGetDouble(out var number) ? number : null,
            _ => null,
        };
        if (value is not null)
            return null;
        if (parameter.Kind != V3ParameterKind.Json || reader.TokenType != JsonTokenType.String)
            return V3Errors.ArgumentType;
        if (emptyIsNone && reader.ValueSpan.IsEmpty)
            return null;

        return TryReadNested(ref reader, parameter, out value) ? null : V3Errors.ArgumentJson(index);
    }

    private static bool TryReadNested(ref Utf8JsonReader reader, V3Parameter parameter, out object? value)
    {
        byte[]? rented = null;
        try
        {
            var json = reader.ValueSpan;
            if (reader.ValueIsEscaped)
            {
                rented = ArrayPool<byte>.Shared.Rent(json.Length);
                json = rented.AsSpan(0, reader.CopyString(rented));
            }

            value = JsonSerializer.Deserialize(json, parameter.Json!);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // A fraction is cut off, as Go's conversion does.
    private static long? ReadWhole(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
            return whole;
        return reader.TryGetDouble(out var number) && number is >= long.MinValue and < long.MaxValue
            ? (long)number
            : null;
    }

    private static int? ReadInt32(ref Utf8JsonReader reader) =>
        ReadWhole(ref reader) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : null;

    /// <summary>How arguments become the parameters of a hub's method.</summary>
    public static V3Parameter[] Plan(IReadOnlyList<Type> types) => [.. types.Select(type =>
    {
        var kind = KindOf(Nullable.GetUnderlyingType(type) ?? type);
        return new V3Parameter(type, kind, kind == V3ParameterKind.Json ? JsonText.Given.GetTypeInfo(type) : null);
    })];

    private static V3ParameterKind KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => V3ParameterKind.Text,
        TypeCode.Int32 => V3ParameterKind.Int32,
        TypeCode.Int64 => V3ParameterKind.Int64,
        TypeCode.Double => V3ParameterKind.Double,
        TypeCode.Boolean => V3ParameterKind.Boolean,
        _ => V3ParameterKind.Json,
    };
}
