namespace OpenIM.SignalR.Contracts;

/// <summary>The errors of the SDK that carry a fixed text.</summary>
public static class Errors
{
    private const string NoRecord = "record not found: ";

    public static OpenImError Network { get; } = new(ErrorCode.Network, "Network error");

    public static OpenImError NetworkTimeout { get; } = new(ErrorCode.NetworkTimeout, "Network timeout error");

    public static OpenImError DeadlineExceeded { get; } = new(
        ErrorCode.ContextDeadlineExceeded, "Context deadline exceeded");

    public static OpenImError NotLoggedIn { get; } =
        new(ErrorCode.NotLoggedIn, "SDK login incomplete. Please wait until login is complete before proceeding.");

    public static OpenImError LoginRepeat { get; } = new(ErrorCode.LoginRepeat, "User has logged in repeatedly");

    public static OpenImError Internal { get; } = new(ErrorCode.Internal, "Internal SDK error");

    public static OpenImError GroupNotFound { get; } = new(ErrorCode.GroupNotFound, "Group ID not found");

    public static OpenImError GroupType { get; } = new(ErrorCode.GroupType, "Invalid group type");

    public static OpenImError NothingUnread { get; } = new(ErrorCode.NothingUnread, "unread count has zero");

    public static OpenImError Arguments(string? detail = null) =>
        new(ErrorCode.Arguments, detail is null ? "Invalid input arguments" : $"Invalid input arguments {detail}");

    /// <param name="what">An id as the caller gave it; of a long one only the beginning is repeated.</param>
    public static OpenImError RecordNotFound(string? what) => new(
        ErrorCode.Unknown, $"{NoRecord}{(what is { Length: > 256 } ? what[..256] + "..." : what)}");

    /// <summary>Whether it is <see cref="RecordNotFound"/>, which has no code of its own.</summary>
    public static bool IsRecordNotFound(OpenImError error) =>
        error.Code == ErrorCode.Unknown && error.Message.StartsWith(NoRecord, StringComparison.Ordinal);

    public static OpenImError NotAvailable(string function) =>
        new(ErrorCode.NotAvailable, $"{function} is not available in this gateway");

    public static OpenImError HostFileRefused(string function) =>
        new(ErrorCode.HostFileRefused, $"{function} would read a file of the gateway's host, which it does for nobody");
}
