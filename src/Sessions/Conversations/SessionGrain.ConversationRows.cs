using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>How rows come to be, and how latest messages that were let go come back.</content>
internal sealed partial class SessionGrain
{
    /// <summary>The server takes 500; a hundred with their latest messages are an answer of about 100 kB.</summary>
    private const int ConversationsPerRequest = 100;

    /// <summary>
    /// Asks the server for conversations that the session does not know yet. What it does not have stays unknown.
    /// </summary>
    private async Task<OpenImError?> LoadConversations(
        IEnumerable<string> conversationIDs, CancellationToken cancellationToken, bool isLogin = false)
    {
        foreach (var chunk in conversationIDs.Chunk(ConversationsPerRequest))
        {
            var request = new GetJssdkConversationsReq { OwnerUserID = Key.UserId, ConversationIDs = { chunk } };
            var answer = await Call(_jssdkApi.GetConversations, request, cancellationToken);
            if (!answer.IsOk)
                return answer.Error;
            foreach (var loaded in answer.Value!.Conversations)
            {
                if (_conversations.Find(loaded.Conversation.ConversationID) is not null)
                    continue;
                var row = await RowOf(loaded, cancellationToken);
                row.KeepsDefaults = isLogin && ShowsDefaults(loaded.Conversation);
                // What is new since the last login was listed by its sync of settings, which made zeros of defaults.
                row.LoadSettings(loaded.Conversation, withDefaults: row.KeepsDefaults || !isLogin);
                // It is in the list that clients ask for; a message that the sync pulls changes it.
                row.IsAnnounced = isLogin;
                // A function that looks at the conversation may have made it meanwhile.
                if (_conversations.Find(row.ConversationID) is not null)
                    continue;
                _conversations.Add(row);
                if (row.IsVisible && !row.LatestKey.IsEmpty)
                    await ApplyKeptMessages(row, cancellationToken);
                else if (row is { LatestKey.IsEmpty: true, Kept: null }
                    && row.MaxSeq >= Math.Max(1, row.Settings.MinSeq))
                    await ShowNewest(row, cancellationToken); // The last one was deleted, and the list has no other.
            }
        }
        return null;
    }

    /// <summary>
    /// Conversations that another device has made by giving them settings: hidden until somebody writes, and found by
    /// their ids. Those that have messages come with the first of them that is told.
    /// </summary>
    private async Task AddWithoutMessages(List<Upstream.Wire.Conversation> unknown, CancellationToken life)
    {
        foreach (var chunk in unknown.Chunk(ConversationsPerRequest))
        {
            var request = new GetJssdkConversationsReq
            {
                OwnerUserID = Key.UserId,
                ConversationIDs = { chunk.Select(static settings => settings.ConversationID) },
            };
            var answer = await Call(_jssdkApi.GetConversations, request, life);
            if (!answer.IsOk)
                return;
            var listed = answer.Value!.Conversations.ToDictionary(
                static loaded => loaded.Conversation.ConversationID, StringComparer.Ordinal);
            foreach (var settings in chunk)
            {
                // The server goes on not finding such a row for a while.
                var loaded = listed.GetValueOrDefault(settings.ConversationID) ?? new() { Conversation = settings };
                if (loaded.MaxSeq > 0)
                    continue;
                var row = await RowOf(loaded, life);
                row.LoadSettings(settings, withDefaults: true);
                row.KeepsDefaults = row.IsAnnounced = true;
                // A name that cannot be found out now is asked for again with the first message.
                await Name(row, life);
                if (life.IsCancellationRequested)
                    return;
                if (_conversations.Find(row.ConversationID) is null)
                    _conversations.Add(row);
            }
        }
    }

    private async ValueTask<ConversationRow> RowOf(ConversationMsg loaded, CancellationToken cancellationToken)
    {
        var settings = loaded.Conversation;
        // Through the shared cache, so that thousands of rows do not each hold a copy of the same texts.
        var user = loaded.User is null ? null : await _profiles.Put(loaded.User, cancellationToken);
        var group = loaded.Group is null ? null : await _groups.Put(loaded.Group, cancellationToken);
        var sourceID = SessionType.IsBetweenTwo(settings.ConversationType) ? settings.UserID : settings.GroupID;
        var row = new ConversationRow(
            settings.ConversationID,
            settings.ConversationType,
            user?.UserID == sourceID ? user.UserID : sourceID,
            Key.UserId)
        {
            IsOwned = true,
            MaxSeq = loaded.MaxSeq,
            HasReadSeq = loaded.ReadSeq,
            Unread = ConversationRow.UnreadOf(loaded.MaxSeq, loaded.ReadSeq),
        };
        if (user is not null)
        {
            var name = loaded.Friend is { Remark.Length: > 0 } friend ? friend.Remark : user.Nickname;
            SetName(row, name, user.FaceURL);
        }
        else if (group is not null)
        {
            SetName(row, group.Name, group.FaceURL);
        }
        if (loaded.LastMsg is { Status: < MessageStatus.Deleted } last)
            row.SetLatest(LatestOf(row, last));
        ApplyKept(row);
        return row;
    }

    /// <summary>Brings back what was let go of these rows. Without a connection they are shown without it.</summary>
    private async Task LoadLatest(IEnumerable<ConversationRow> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Where(static row => row.IsLatestLetGo).Chunk(ConversationsPerRequest))
        {
            var request = new GetLastMessageReq
            {
                UserID = Key.UserId,
                ConversationIDs = { chunk.Select(static row => row.ConversationID) },
            };
            var answer = await Request(
                (connection, operationID, token) =>
                    connection.GetLastMessagesAsync(request, operationID, token), cancellationToken);
            if (!answer.IsOk)
                return;
            foreach (var row in chunk)
            {
                if (!row.IsLatestLetGo)
                    continue;
                if (answer.Value!.Msgs.TryGetValue(row.ConversationID, out var last) && IsForThisUser(row, last))
                    row.SetLatest(LatestOf(row, last));
                else
                    row.ForgetLatest();
                await ApplyKeptMessages(row, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Two users' ids can make the id of two others' conversation, since ids may hold underscores, and the server
    /// checks nobody who asks by conversation: what neither comes from this user nor goes to him is not his.
    /// </summary>
    private bool IsForThisUser(ConversationRow row, MsgData message) =>
        !SessionType.IsBetweenTwo(row.Type) || message.SendID == Key.UserId || message.RecvID == Key.UserId;
}
