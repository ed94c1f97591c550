using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>Drafts and emptied rows beyond the session's life.</content>
internal sealed partial class SessionGrain
{
    private static readonly TimeSpan KeptDelay = TimeSpan.FromSeconds(2);

    private WriteBehind? _keptWriting;

    private Task WriteKept() => _keptWriting?.Write() ?? Task.CompletedTask;

    private void KeptChanged() =>
        (_keptWriting ??= new(this, _kept.WriteStateAsync, KeptDelay, Time, OnUnwritten)).Changed();

    /// <summary>Keeps something else of a row from now on.</summary>
    private void Keep(ConversationRow row, Func<KeptConversation, KeptConversation> change)
    {
        var before = row.Kept ?? new KeptConversation { Type = row.Type, SourceID = row.SourceID };
        var kept = change(before);
        if (kept == before)
            return;
        row.Keep(kept.IsEmpty ? null : kept);
        _kept.State.Set(row.ConversationID, kept);
        KeptChanged();
    }

    /// <summary>
    /// Shows a row that the server has just told as this session's clients left it. A message that came since it was
    /// emptied makes that void; a draft makes a row visible that has no message.
    /// </summary>
    private void ApplyKept(ConversationRow row)
    {
        if (_kept.State.Rows.Count == 0 || _kept.State.Find(row.ConversationID) is not { } kept)
            return;
        row.Keep(kept);
        if (kept.EmptiedSeq is { } seq)
        {
            if (row.MaxSeq <= seq)
                row.Empty(kept.EmptiedTime);
            else
                Keep(row, static kept => kept with { EmptiedSeq = null, EmptiedTime = 0 });
        }
        if (row.Kept is { DraftText.Length: > 0 })
            row.Unhide(kept.DraftTextTime);
    }

    /// <summary>
    /// After a login has listed the conversations: of those that the server does not know, a draft makes a row; what
    /// was kept of others is over.
    /// </summary>
    private async Task<OpenImError?> RestoreDrafts(CancellationToken life)
    {
        if (_kept.State.Rows.Count == 0)
            return null;
        if (_kept.State.Forget((id, kept) => kept.DraftText.Length == 0 && _conversations.Find(id) is null))
            KeptChanged();
        foreach (var (conversationID, kept) in _kept.State.Rows.ToList())
        {
            if (_conversations.Find(conversationID) is not null)
                continue;
            var row = new ConversationRow(conversationID, kept.Type, kept.SourceID, Key.UserId)
            {
                IsAnnounced = true,
                KeepsDefaults = true,
            };
            // A name that cannot be found out now is not worth failing the login.
            await Name(row, life);
            if (life.IsCancellationRequested || _conversations.Find(conversationID) is not null)
                continue;
            ApplyKept(row);
            _conversations.Add(row);
        }
        return null;
    }
}
