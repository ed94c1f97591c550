namespace OpenIM.SignalR.Sandbox;

/// <summary>The errors that calls about groups have of their own.</summary>
internal static class GroupErrors
{
    public static ServerError AlreadyExists { get; } = new(1202, "GroupIDExisted", "group id existed");

    public static ServerError RequestHandled { get; } =
        new(1206, "GroupRequestHandled", "group request already processed");

    public static ServerError Dismissed { get; } = new(1204, "DismissedAlreadyError");

    public static ServerError NotFound(string detail = "") => new(1201, "GroupIDNotFoundError", detail);

    /// <summary>A user who does not exist, or who is no member where one is needed.</summary>
    public static ServerError UserNotFound(string detail) => new(1101, "UserIDNotFoundError", detail);
}
