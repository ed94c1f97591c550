using System.Text;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What objects may be called: users put theirs below their own id.</summary>
internal static class ObjectNames
{
    private const int MaxBytes = 1024;

    /// <summary>The error for a name that the caller cannot give, or null.</summary>
    public static ServerError? Check(Caller caller, string name)
    {
        if (name.Length == 0)
            return ServerErrors.Arguments("name is empty");
        if (name[0] == '/')
            return ServerErrors.Arguments("name cannot start with `/`");
        if (string.IsNullOrWhiteSpace(name))
            return ServerErrors.Arguments("object name cannot be empty");
        if (Encoding.UTF8.GetByteCount(name) > MaxBytes)
            return ServerErrors.Arguments($"object name cannot be longer than {MaxBytes} characters");
        return caller.IsAdmin || name.StartsWith(caller.UserID + "/", StringComparison.Ordinal)
            ? null
            : ServerErrors.NoPermission($"name must start with `{caller.UserID}/`");
    }
}
