namespace OpenIM.SignalR.Contracts;

/// <summary>Go's <c>omitempty</c>: an empty text or list is the same as none, so that it is not written.</summary>
internal static class Omit
{
    public static string? Empty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static IReadOnlyList<T>? Empty<T>(IReadOnlyList<T>? value) => value is { Count: > 0 } ? value : null;
}
