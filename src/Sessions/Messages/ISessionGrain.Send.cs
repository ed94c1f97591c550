using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    [Alias("SendMessage")]
    Task<Result<MsgStruct>> SendMessage(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly,
        CancellationToken cancellationToken);

    [Alias("SendMessageNotOss")]
    Task<Result<MsgStruct>> SendMessageNotOss(
        MsgStruct message, string recvID, string groupID, OfflinePushInfo? offlinePushInfo, bool isOnlineOnly,
        CancellationToken cancellationToken);

    [Alias("TypingStatusUpdate")]
    Task<Result> TypingStatusUpdate(string recvID, string msgTip, CancellationToken cancellationToken);

    [Alias("ChangeInputStates")]
    Task<Result> ChangeInputStates(string conversationID, bool focus, CancellationToken cancellationToken);

    [Alias("GetInputStates")]
    ValueTask<Result<IReadOnlyList<int>>> GetInputStates(string conversationID, string userID);
}
