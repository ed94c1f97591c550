using System.Text.Json.Serialization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Some users, those who are online first.</summary>
/// <param name="Users">At most <see cref="PageData.MaxRows"/> of those who match.</param>
/// <param name="Matching">How many match.</param>
/// <param name="Total">How many users there are.</param>
/// <param name="Connections">How many connections of the message gateway are open.</param>
internal sealed record PageUsers(IReadOnlyList<PageUser> Users, int Matching, int Total, int Connections);

/// <param name="Platforms">The names of the platforms on which he is connected, one for each connection.</param>
internal sealed record PageUser(string UserID, string Nickname, IReadOnlyList<string> Platforms);

/// <summary>Some groups.</summary>
/// <param name="Groups">At most <see cref="PageData.MaxRows"/> of those that match.</param>
/// <param name="Matching">How many match.</param>
/// <param name="Total">How many groups there are.</param>
internal sealed record PageGroups(IReadOnlyList<PageGroup> Groups, int Matching, int Total);

/// <param name="ConversationID">The conversation of its members.</param>
/// <param name="Members">How many there are.</param>
/// <param name="IsDismissed">Whether it is over.</param>
internal sealed record PageGroup(string GroupID, string Name, string ConversationID, int Members, bool IsDismissed);

/// <summary>A conversation in the list of one user.</summary>
/// <param name="Target">The other user, or the group.</param>
/// <param name="Name">The nickname or the name of the target.</param>
/// <param name="LastTime">When the newest message was stored, in milliseconds since 1970; 0 without any.</param>
internal sealed record PageConversation(
    string ConversationID, string Target, string Name, bool IsGroup, long MaxSeq, long HasReadSeq, long LastTime);

/// <summary>How the server is set up, as far as the page says it. No secret, no token.</summary>
internal sealed record PageServer(string Address, bool IsOpen, bool HasFaults);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageUsers))]
[JsonSerializable(typeof(PageGroups))]
[JsonSerializable(typeof(List<PageConversation>))]
[JsonSerializable(typeof(List<FlowMessage>))]
[JsonSerializable(typeof(PageServer))]
[JsonSerializable(typeof(FlowConnection))]
[JsonSerializable(typeof(FlowLoss))]
[JsonSerializable(typeof(object))]
internal sealed partial class PageJson : JsonSerializerContext;
