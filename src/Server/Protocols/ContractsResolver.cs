using System.Collections.Concurrent;
using System.Text.Json;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace OpenIM.SignalR.Server;

/// <summary>
/// MessagePack in the shapes of JSON: whatever is not a plain value goes through its JSON metadata, so that keys, omissions and
/// converters are the same in both protocols by construction.
/// </summary>
internal sealed class ContractsResolver(JsonSerializerOptions json) : IFormatterResolver
{
    private readonly ConcurrentDictionary<Type, IMessagePackFormatter> _formatters = new();

    public IMessagePackFormatter<T>? GetFormatter<T>() => (IMessagePackFormatter<T>)_formatters.GetOrAdd(
        typeof(T), static (_, json) => Create<T>(json), json);

    private static IMessagePackFormatter Create<T>(JsonSerializerOptions json) =>
        typeof(T) == typeof(Contracts.RawJson) ? new RawJsonFormatter()
        : typeof(T).IsPrimitive || typeof(T) == typeof(string) ? BuiltinResolver.Instance.GetFormatter<T>()!
        : (IMessagePackFormatter)new ContractsFormatter<T>(json);
}
