using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <content>
/// Groups that a client comes into and leaves, told with what the v3.5 SDK told then.
/// <code>
///   OnJoinedGroupAdded ──► OnConversationChanged, the group's row once more, when there is one already
///                          OnGroupMemberAdded for each member, from the server's first page of them
/// </code>
/// </content>
internal sealed partial class V3Dialect
{
    /// <summary>Rows from here on are no functions but the dialect's own questions.</summary>
    private const int FirstOwnRow = 0xFFF0;

    private const int ConversationRow = FirstOwnRow;
    private const int MembersRow = FirstOwnRow + 1;

    /// <summary>Of a larger group the first ones are told. Apps read the list when they show it.</summary>
    private const int MostMembersTold = 100;

    /// <summary>Who comes into more groups at once reads the lists of the others when they are shown.</summary>
    private const int MostQuestions = 16;

    private const int EveryRole = 0;

    private static void TellGroup(LegacyConnection connection, string name, LocalGroup group, ReadOnlySpan<byte> json)
    {
        var told = connection.State.ToldGroups;
        switch (name)
        {
            case "OnJoinedGroupDeleted":
                if (told.Delete(group) is { } deleted)
                    Tell(connection, name, JsonText.Encode(deleted));
                return;
            case "OnGroupDismissed":
                told.Dismiss(group.GroupID);
                break;
            default:
                told.Note(group.GroupID, group.MemberCount);
                break;
        }

        Tell(connection, name, json);
        if (name == "OnJoinedGroupAdded")
            AskForNewGroup(connection, group.GroupID);
    }

    private static void AskForNewGroup(LegacyConnection connection, string groupId)
    {
        if (!connection.State.ToldGroups.IsNew(groupId))
            Ask(connection, new(ConversationRow, "GetMultipleConversation", groupId, [new[] { $"sg_{groupId}" }]));
        Ask(connection, new(MembersRow, "GetGroupMemberList", groupId, groupId, EveryRole, 0, MostMembersTold));
    }

    private static void Ask(LegacyConnection connection, OwnCall call)
    {
        if (connection.State.OwnCalls.Count >= MostQuestions)
            return;
        connection.State.OwnCalls.Enqueue(call);
        connection.Requests.EnqueueOwnCall();
    }

    // A question that failed told nothing to anybody, and the event before it said what matters.
    private static void TellOwnAnswer(LegacyConnection connection, int row, object? result)
    {
        switch (result)
        {
            case IReadOnlyList<LocalConversation> and [{ LatestMsgSendTime: > 0 } conversation]
                when row == ConversationRow:
                Tell(
                    connection, "OnConversationChanged",
                    JsonText.Encode(V3Entities.From([connection.State.ToldReading.Tell(conversation)])));
                break;
            case IReadOnlyList<LocalGroupMember> members when row == MembersRow:
                foreach (var member in members)
                    Tell(connection, "OnGroupMemberAdded", JsonText.Encode(member));
                break;
        }
    }
}
