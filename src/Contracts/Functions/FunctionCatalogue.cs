using System.Collections.Frozen;
using static OpenIM.SignalR.Contracts.FunctionFamily;

namespace OpenIM.SignalR.Contracts;

/// <summary>
/// All functions of the three SDK generations, one line each. The hub, the legacy dialects, the documentation and the
/// tests walk through this list.
/// </summary>
public static partial class FunctionCatalogue
{
    /// <summary>Every function, family by family.</summary>
    public static IReadOnlyList<FunctionInfo> All { get; } =
    [
        .. Of(Init, InitFunctions),
        .. Of(User, UserFunctions),
        .. Of(Friend, FriendFunctions),
        .. Of(Group, GroupFunctions),
        .. Of(FunctionFamily.Conversation, ConversationFunctions),
        .. Of(Message, MessageFunctions),
        .. Of(Signaling, SignalingFunctions),
        .. Of(WorkMoments, WorkMomentsFunctions),
        .. Of(Organization, OrganizationFunctions),
        .. Of(Third, ThirdFunctions),
        .. Of(FunctionFamily.File, FileFunctions),
        .. Of(Listener, ListenerFunctions),
    ];

    private static readonly FrozenDictionary<string, FunctionInfo> _byName =
        All.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The function of that name, or null. Names are case-sensitive.</summary>
    public static FunctionInfo? Find(string name) => _byName.GetValueOrDefault(name);

    private static IEnumerable<FunctionInfo> Of(FunctionFamily family, Row[] rows) => rows.Select(row =>
        new FunctionInfo(row.Name, family, row.Dialects, ReadArguments(row.Arguments), row.Availability));

    private static FunctionArgument[] ReadArguments(string list) =>
    [
        .. list.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(argument => argument.Split(' ') is [var type, var name]
                ? new FunctionArgument(name, type)
                : throw new FormatException($"'{argument}' is not a type and a name")),
    ];

    /// <summary>One line of a table; the arguments as a C# method would list them.</summary>
    private readonly record struct Row(
        string Name, FunctionDialects Dialects, FunctionAvailability Availability, string Arguments = "");
}
