using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// What becomes of messages that are there. Functions that name a message which this session does not find answer
/// <see cref="ErrorCode.Unknown"/>.
/// </content>
public partial interface ISessionGrain
{
    /// <summary>Takes a message back for all who got it: an own one, or in a group as its owner or administrator.</summary>
    [Alias("RevokeMessage")]
    Task<Result> RevokeMessage(string conversationID, string clientMsgID, CancellationToken cancellationToken);

    /// <summary>Deletes messages for this user.</summary>
    /// <param name="conversationID">The conversation.</param>
    /// <param name="clientMsgIDs">The messages.</param>
    /// <param name="onServer">False: they are gone from this session only, and other devices keep them.</param>
    /// <param name="tellOwnDevices">Whether the user's other devices delete them at once.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [Alias("DeleteMessages")]
    Task<Result> DeleteMessages(
        string conversationID, IReadOnlyList<string> clientMsgIDs, bool onServer, bool tellOwnDevices,
        CancellationToken cancellationToken);

    /// <summary>Empties all conversations of the list here; other devices keep their messages.</summary>
    [Alias("DeleteAllMsgFromLocal")]
    Task<Result> DeleteAllMsgFromLocal(CancellationToken cancellationToken);

    /// <summary>Takes the user's whole history away, here and on the server.</summary>
    [Alias("DeleteAllMsgFromLocalAndSvr")]
    Task<Result> DeleteAllMsgFromLocalAndSvr(CancellationToken cancellationToken);

    /// <summary>Empties one conversation here; other devices keep its messages.</summary>
    [Alias("DeleteConversationMsgFromLocal")]
    Task<Result> DeleteConversationMsgFromLocal(string conversationID, CancellationToken cancellationToken);

    /// <summary>Puts a message into a single chat that only this session shows.</summary>
    [Alias("InsertSingleMessageToLocalStorage")]
    Task<Result<MsgStruct>> InsertSingleMessageToLocalStorage(
        MsgStruct message, string recvID, string sendID, CancellationToken cancellationToken);

    /// <summary>Puts a message into a group's conversation that only this session shows.</summary>
    [Alias("InsertGroupMessageToLocalStorage")]
    Task<Result<MsgStruct>> InsertGroupMessageToLocalStorage(
        MsgStruct message, string groupID, string sendID, CancellationToken cancellationToken);

    /// <summary>Sets the note that only this session shows with a message; an empty one takes it away.</summary>
    [Alias("SetMessageLocalEx")]
    Task<Result> SetMessageLocalEx(
        string conversationID, string clientMsgID, string localEx, CancellationToken cancellationToken);

    /// <summary>Shows something else in place of a message's content, in this session only.</summary>
    [Alias("SetMessageLocalContent")]
    Task<Result> SetMessageLocalContent(string conversationID, MsgStruct message, CancellationToken cancellationToken);
}
