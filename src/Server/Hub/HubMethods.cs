using System.Collections.Frozen;
using System.Reflection;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>The methods of <see cref="OpenImHub"/> by name, and what is said of the functions that are none.</summary>
internal static class HubMethods
{
    // SignalR finds methods without regard to case.
    private static readonly FrozenDictionary<string, HubParameter[]> Methods = typeof(OpenImHub)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.GetBaseDefinition().DeclaringType == typeof(OpenImHub))
        .ToFrozenDictionary(method => method.Name, Parameters, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => Methods.Keys;

    public static bool Exists(string name) => Methods.ContainsKey(name);

    /// <summary>The parameters of a method that exists.</summary>
    public static ReadOnlySpan<HubParameter> ParametersOf(string name) => Methods[name];

    /// <summary>Why a call did not reach a method: there is none of that name, or its arguments do not fit.</summary>
    public static OpenImError Refusal(string name)
    {
        if (Methods.TryGetValue(name, out var parameters))
            return Errors.Arguments($"{name} takes ({string.Join(", ", parameters.Select(parameter => parameter.Name))})");
        return FunctionCatalogue.Find(name)?.Refusal
            ?? new OpenImError(ErrorCode.Arguments, $"Invalid input arguments there is no function {(name.Length < 64 ? name : "of that name")}");
    }

    private static HubParameter[] Parameters(MethodInfo method)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. method.GetParameters().Select(parameter => new HubParameter(
                parameter.Name!,
                parameter.ParameterType == typeof(string),
                nullability.Create(parameter).WriteState != NullabilityState.Nullable)),
        ];
    }
}

/// <summary>What a call may leave out.</summary>
internal readonly record struct HubParameter(string Name, bool IsText, bool IsRequired);
