using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>Drafts, and hiding: what the server knows nothing of.</content>
internal sealed partial class SessionGrain
{
    public async Task<Result> SetConversationDraft(
        string conversationID, string draftText, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        if (draftText.Length > 0 && !_kept.State.HasRoomFor(conversationID, draftText.Length))
            return Errors.Arguments("the drafts take more room than a session has for them");
        await LoadLatest([row], cancellationToken);
        var now = draftText.Length > 0 ? NowMilliseconds : 0;
        if (draftText.Length > 0)
            row.Unhide(now);
        Keep(row, kept => kept with
        {
            DraftText = draftText,
            DraftTextTime = now,
            EmptiedTime = kept is { EmptiedSeq: not null, EmptiedTime: 0 } ? now : kept.EmptiedTime,
        });
        TellConversation(row);
        return Result.Ok;
    }

    public async Task<Result> HideConversation(string conversationID, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        Empty(row, hide: true);
        return Result.Ok;
    }

    public async Task<Result> HideAllConversations(CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        foreach (var row in _conversations.Visible())
            Empty(row, hide: true);
        return Result.Ok;
    }

    /// <summary>
    /// The row shows no message, nothing unread and no draft any more. Hidden, it comes back with its next message.
    /// </summary>
    private void Empty(ConversationRow row, bool hide)
    {
        row.Empty(hide ? 0 : row.LatestMsgSendTime);
        Keep(row, kept => kept with
        {
            DraftText = "", DraftTextTime = 0, EmptiedSeq = row.MaxSeq, EmptiedTime = row.LatestMsgSendTime,
        });
    }
}
