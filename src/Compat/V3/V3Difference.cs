namespace OpenIM.SignalR.Compat.V3;

/// <summary>Where a function of v3 differs from the hub's.</summary>
/// <param name="ReplyEvent">The reply carries the name of the SDK's method instead of the request's.</param>
/// <param name="Method">The hub's method has another name.</param>
/// <param name="OptionalArguments">The hub has that many arguments more than (some) v3 clients send.</param>
/// <param name="NeedsNoLogin">It may be called before Login.</param>
/// <param name="IsWithoutEffect">It is acknowledged without asking the hub: the gateway's SDK is always there.</param>
/// <param name="TellsArgumentsError">
/// Wrong arguments are told as 10002. Most functions hid it behind 10005.
/// </param>
/// <param name="EmptyTextIsNone">Where JSON of an object belongs an empty text says that there is none.</param>
/// <param name="OneObject">A v3 client gives one object instead of the hub's arguments.</param>
internal readonly record struct V3Difference(
    string? ReplyEvent = null, string? Method = null, int OptionalArguments = 0, bool NeedsNoLogin = false,
    bool IsWithoutEffect = false, bool TellsArgumentsError = false, bool EmptyTextIsNone = false,
    V3Object? OneObject = null);

/// <summary>An object that holds what the hub's method takes as several arguments.</summary>
/// <param name="Type">The object's type.</param>
/// <param name="Arguments">The hub's arguments; from null, those of an empty object.</param>
internal sealed record V3Object(Type Type, Func<object?, object?[]> Arguments)
{
    public static V3Object Of<T>(Func<T, object?[]> arguments)
        where T : class, new() => new(typeof(T), given => arguments(given as T ?? new()));
}
