using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using ConversationReq = OpenIM.SignalR.Contracts.ConversationReq;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Settings of conversations, which the server keeps.
/// <code>
///   SetConversation ──► set_conversations ──┐
///   1300, 1701, a reconnect ────────────────┴─► get_incremental_conversations since the version that is known
///                                                 └─ none known yet: get_all_conversations
///                                               ──► OnConversationChanged, one for each row that looks different
/// </code>
/// A login does not ask for the version: it has just read the rows. The first change does.
/// </content>
internal sealed partial class SessionGrain
{
    private (string ID, ulong Number) _settingsVersion = ("", 0);

    /// <summary>The last turn that was asked for; the next one begins after it.</summary>
    private Task _settingsTurn = Task.CompletedTask;

    public async Task<Result> SetConversation(
        string conversationID, ConversationReq request, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        // Nobody has mentioned this user: there is nothing to take back.
        if (row.IsOwned && request.GroupAtType == row.Settings.GroupAtType
            && request with { GroupAtType = null } == new ConversationReq())
            return Result.Ok;
        return row.IsOwned
            ? await SetOwned(row, request, cancellationToken)
            : await SetUnowned(row, request, cancellationToken);
    }

    private async Task<Result> SetOwned(
        ConversationRow row, ConversationReq request, CancellationToken cancellationToken)
    {
        var answer = await Call(_conversationApi.SetConversations, RequestOf(row, request), cancellationToken);
        if (!answer.IsOk)
            return answer.Error;
        // It is set. What this cannot find out, the server's notification (1300) will say.
        await SyncSettings(Life);
        return Result.Ok;
    }

    /// <summary>
    /// A conversation that the server has no row of yet. It makes one, and then goes on saying for a while that there
    /// is none: so the row here becomes what was asked for without an event, and a sync only tells what differs from
    /// it. Before the server has agreed, since its notification may come before its answer.
    /// </summary>
    private async Task<Result> SetUnowned(
        ConversationRow row, ConversationReq request, CancellationToken cancellationToken)
    {
        // The server would make a row of any group for anybody, and whoever has one may read the group's history.
        if (!SessionType.IsBetweenTwo(row.Type) && await OwnNicknameIn(row, cancellationToken) is not { Length: > 0 })
            return Errors.RecordNotFound(row.ConversationID);
        var before = row.Settings;
        row.AssumeSettings(before.With(request));
        var answer = await Call(_conversationApi.SetConversations, RequestOf(row, request), cancellationToken);
        if (answer.IsOk)
            row.IsOwned = true;
        else
            row.AssumeSettings(before);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    private SetConversationsReq RequestOf(ConversationRow row, ConversationReq request) => new()
    {
        UserIDs = { Key.UserId },
        Conversation = new()
        {
            ConversationID = row.ConversationID,
            ConversationType = row.Type,
            UserID = SessionType.IsBetweenTwo(row.Type) ? row.SourceID : "",
            GroupID = SessionType.IsBetweenTwo(row.Type) ? "" : row.SourceID,
            RecvMsgOpt = request.RecvMsgOpt,
            IsPinned = request.IsPinned,
            AttachedInfo = request.AttachedInfo,
            IsPrivateChat = request.IsPrivateChat,
            Ex = request.Ex,
            BurnDuration = request.BurnDuration,
            MinSeq = request.MinSeq,
            MaxSeq = request.MaxSeq,
            GroupAtType = request.GroupAtType,
            MsgDestructTime = request.MsgDestructTime,
            IsMsgDestruct = request.IsMsgDestruct,
        },
    };

    /// <summary>
    /// The server says which rows it has changed, before it is asked how. One without messages was made by the change,
    /// and would be told only to be shown with zeros.
    /// </summary>
    private void TouchChanged(MsgData notification)
    {
        if (NotificationContent.Read<ConversationUpdateTips>(notification) is not { } tips)
            return;
        foreach (var conversationID in tips.ConversationIDList)
            if (_conversations.Find(conversationID) is { MaxSeq: > 0 } row)
                row.Touch();
    }

    /// <summary>Tells what has changed since the last time. One after another, since each begins at the last one's
    /// version.</summary>
    private async Task SyncSettings(CancellationToken life)
    {
        using var turn = await SettingsTurn(life);
        if (!life.IsCancellationRequested)
            await TellChangedSettings(life);
    }

    /// <summary>
    /// Until it is disposed no settings are told. A function whose notification may come before its answer takes a
    /// turn, so that clients see what it did before what that changed.
    /// </summary>
    private async Task<IDisposable> SettingsTurn(CancellationToken cancellationToken)
    {
        var before = _settingsTurn;
        var turn = new Turn();
        _settingsTurn = turn.End;
        await before.WaitAsync(cancellationToken).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return turn;
    }

    private sealed class Turn : IDisposable
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task End => _end.Task;

        public void Dispose() => _end.TrySetResult();
    }

    private async Task TellChangedSettings(CancellationToken life)
    {
        var request = new GetIncrementalConversationReq
        {
            UserID = Key.UserId, VersionID = _settingsVersion.ID, Version = _settingsVersion.Number,
        };
        var answer = await Call(_conversationApi.GetIncrementalConversations, request, life);
        if (!answer.IsOk)
            return;
        IEnumerable<Wire.Conversation> rows = answer.Value!.Insert.Concat(answer.Value.Update);
        if (answer.Value.Full)
        {
            var all = await Call(
                _conversationApi.GetAllConversations, new GetAllConversationsReq { OwnerUserID = Key.UserId }, life);
            if (!all.IsOk)
                return;
            rows = all.Value!.Conversations;
        }
        if (life.IsCancellationRequested)
            return;
        _settingsVersion = (answer.Value.VersionID, answer.Value.Version);
        var changed = new List<ConversationRow>();
        var unknown = new List<Wire.Conversation>();
        foreach (var settings in rows)
        {
            if (_conversations.Find(settings.ConversationID) is not { } row)
            {
                unknown.Add(settings);
                continue;
            }
            row.IsOwned = true;
            if (row.TakeSettings(settings))
                changed.Add(row);
        }
        await AddWithoutMessages(unknown, life);
        await LoadLatest(changed, life);
        if (life.IsCancellationRequested)
            return;
        foreach (var row in changed)
            TellConversation(row);
    }
}
