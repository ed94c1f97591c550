using System.Collections;
using System.Reflection;
using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Server;

/// <summary>Makes values of contract records: one with every property set, and one with none.</summary>
internal static class ContractSamples
{
    /// <summary>Records hold records (a quote holds a message); deeper ones are left out.</summary>
    private const int MaxDepth = 3;

    /// <summary>Every record of the contracts that travels as JSON.</summary>
    public static IEnumerable<Type> Records => typeof(MsgStruct).Assembly.GetExportedTypes().Where(IsRecord);

    public static object Full(Type record) => Create(record, 0)!;

    public static object Empty(Type record) => Activator.CreateInstance(record)!;

    private static bool IsRecord(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type != typeof(string)
        && type.GetConstructor(Type.EmptyTypes) is not null && ContractsJsonContext.Default.GetTypeInfo(type) is not null;

    private static object? Create(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "text \"quoted\" <b> ü 😀 \\ \n";
        if (type == typeof(int) || type == typeof(uint) || type == typeof(long) || type == typeof(double) || type == typeof(float))
            return type == typeof(double) ? 2.5 : type == typeof(long) ? 4_102_444_800_123L : Convert.ChangeType(70_000, type);
        if (type == typeof(bool))
            return true;
        if (type == typeof(JsonElement))
            return JsonElement.Parse("""{"key":[1,null,"x"]}""");
        if (type == typeof(RawJson))
            return new RawJson("""{"key":[1,null,"x"]}"""u8.ToArray());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ListOf(type.GetGenericArguments()[0], depth);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new Dictionary<string, string> { ["a key"] = "a value" };
        if (!IsRecord(type))
            throw new NotSupportedException($"No sample of {type}");
        if (depth > MaxDepth)
            return null;
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.CanWrite)
                property.SetValue(record, Create(property.PropertyType, depth + 1));
        return record;
    }

    private static IList ListOf(Type item, int depth)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (Create(item, depth + 1) is { } value)
            list.Add(value);
        return list;
    }
}
