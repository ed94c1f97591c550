using System.Diagnostics.CodeAnalysis;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// What a function ends in: a value or an <see cref="OpenImError"/>. Expected failures travel as values.
/// </summary>
public sealed record Result<T>(T? Value, OpenImError? Error)
{
    /// <summary>Whether there is a value and no error.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOk => Error is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(OpenImError error) => new(default, error);
}

/// <summary>The outcome of a function without a value.</summary>
public sealed record Result(OpenImError? Error)
{
    /// <summary>The outcome of everything that went well.</summary>
    public static Result Ok { get; } = new((OpenImError?)null);

    /// <summary>Whether there is no error.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOk => Error is null;

    public static implicit operator Result(OpenImError error) => new(error);
}
