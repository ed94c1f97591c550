using System.Text.RegularExpressions;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>What the chat of a group shows of its notifications.</summary>
internal static partial class GroupNotificationText
{
    /// <summary>
    /// The version of the member list is for whoever follows it. The SDK's messages do not have it, and the same
    /// message must not look different to who came later.
    /// </summary>
    public static NotificationElem? WithoutVersion(NotificationElem? elem) => elem?.Detail is null
        ? elem
        : elem with { Detail = Version().Replace(elem.Detail, static value => value.Value[0] == '"' ? "\"\"" : "0") };

    // Quotes inside of a text have a backslash before them: no name of a group looks like this.
    [GeneratedRegex(
        "(?<=\"groupMemberVersion\":)[0-9]+|(?<=\"groupMemberVersionID\":)\"[^\"]*\"",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
