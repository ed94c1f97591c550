using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

public partial interface ISessionGrain
{
    /// <summary>
    /// Messages by id, in whatever state they are: sent, failed, still being sent. What was never sent, or is further
    /// back than a session looks, is absent.
    /// </summary>
    [Alias("FindMessageList")]
    Task<Result<FindMessageListCallback>> FindMessageList(
        IReadOnlyList<ConversationArgs> options, CancellationToken cancellationToken);

    /// <summary>Messages by text, sender, kind and time, the newest first; how far back is bounded.</summary>
    [Alias("SearchLocalMessages")]
    Task<Result<SearchLocalMessagesCallback>> SearchLocalMessages(
        SearchLocalMessagesParams param, CancellationToken cancellationToken);

    /// <summary>The messages before and after one, and it, the oldest first.</summary>
    [Alias("FetchSurroundingMessages")]
    Task<Result<FetchSurroundingMessagesResp>> FetchSurroundingMessages(
        FetchSurroundingMessagesReq request, CancellationToken cancellationToken);
}
