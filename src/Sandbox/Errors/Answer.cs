using System.Diagnostics.CodeAnalysis;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What a rule ends in: the answer message or the error that the server gives instead.</summary>
internal readonly record struct Answer<T>(T? Value, ServerError? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Error is null;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(ServerError error) => new(default, error);
}
