using Google.Protobuf.Collections;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Messages by push and by pull. Both end here, after the gap rule. Positions advance after the telling: what a session
/// that ends meanwhile has not told is told to the next login.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>
    /// Placeholders of missing messages and messages that the user deleted have a status from here on.
    /// </summary>
    private const int Deleted = 4;

    /// <summary>How soon a gap that could not be filled is looked at again.</summary>
    private static readonly TimeSpan RetryGapAfter = TimeSpan.FromSeconds(5);

    private async Task Receive(PushMessages push, CancellationToken life)
    {
        var gaps = new List<SeqRange>();
        var handled = new List<(string ConversationID, long Seq)>();
        var batch = new List<ReceivedMessages>();
        foreach (var (conversationID, pushed) in push.Msgs)
            if (Accept(conversationID, pushed.Msgs, gaps, handled) is { Count: > 0 } accepted)
                batch.Add(new ReceivedMessages(conversationID, accepted));
        await ReceiveAll(batch, life);
        foreach (var (conversationID, pushed) in push.NotificationMsgs)
            foreach (var notification in Accept(conversationID, pushed.Msgs, gaps, handled))
                await Notify(conversationID, notification, life);
        if (life.IsCancellationRequested)
            return;
        foreach (var (conversationID, seq) in handled)
            Advance(conversationID, seq);
        if (gaps.Count > 0 && await Pull(gaps, life) is not null && !life.IsCancellationRequested)
            CheckLater(RetryGapAfter);
    }

    /// <summary>
    /// What of a push is to be told now. Up to where that handles the conversation is noted in
    /// <paramref name="handled"/>, a gap in <paramref name="gaps"/>.
    /// </summary>
    private List<MsgData> Accept(
        string conversationID, RepeatedField<MsgData> messages, List<SeqRange> gaps,
        List<(string ConversationID, long Seq)> handled)
    {
        var accepted = new List<MsgData>(messages.Count);
        accepted.AddRange(messages.Where(static message => message.Seq == 0));
        var count = messages.Count - accepted.Count;
        if (count == 0)
            return accepted;
        var last = messages.Max(static message => message.Seq);
        var position = PositionOf(conversationID);
        switch (GapRule.Judge(conversationID, position, last, count))
        {
            case GapVerdict.Deliver:
                accepted.AddRange(messages.Where(static message => message.Seq != 0));
                handled.Add((conversationID, last));
                break;
            case GapVerdict.Pull:
                gaps.Add(PullPlan.Range(conversationID, position ?? 0, last, PullAfterGap));
                break;
        }
        return accepted;
    }

    /// <summary>
    /// Pulls and tells ranges. What could not be pulled stays missing: positions advance only with an answer.
    /// </summary>
    private async Task<OpenImError?> Pull(List<SeqRange> ranges, CancellationToken life)
    {
        foreach (var ranged in PullPlan.Batches(ranges))
        {
            var request = new PullMessageBySeqsReq { UserID = Key.UserId, SeqRanges = { ranged } };
            var pulled = await RequestNow(
                (connection, operationID) => connection.PullMessagesBySeqRangesAsync(request, operationID, life));
            if (!pulled.IsOk)
            {
                LogPullFailed(Key, ranged[0].ConversationID, ranged[0].End, pulled.Error.Code);
                return pulled.Error;
            }
            await Tell(ranged, pulled.Value!, life);
        }
        return null;
    }

    private async Task Tell(List<SeqRange> ranges, PullMessageBySeqsResp pulled, CancellationToken life)
    {
        var batch = new List<ReceivedMessages>();
        foreach (var range in ranges)
        {
            // A range without an entry in the answer holds nothing that this user may see.
            if (pulled.Msgs.TryGetValue(range.ConversationID, out var messages)
                && Existing(messages) is { Count: > 0 } existing)
                batch.Add(new ReceivedMessages(range.ConversationID, existing));
        }
        await ReceiveAll(batch, life);
        if (_hasSynced)
            await TryNotify(() => TakeOwnMemberships(batch.SelectMany(static received => received.Messages), life), life);
        foreach (var range in ranges)
            if (pulled.NotificationMsgs.TryGetValue(range.ConversationID, out var notifications))
                await NotifyMissed(range.ConversationID, Existing(notifications), life);
        if (life.IsCancellationRequested)
            return;
        foreach (var range in ranges)
            Advance(range.ConversationID, range.End);
    }

    private static List<MsgData> Existing(PullMsgs pulled) =>
    [
        .. pulled.Msgs.Where(static message => message.Seq > 0 && message.Status < Deleted)
            .OrderBy(static message => message.Seq),
    ];

    /// <summary>Messages that cannot be handled do not keep what comes after them from being told.</summary>
    private async Task ReceiveAll(List<ReceivedMessages> batch, CancellationToken life)
    {
        if (batch.Count == 0)
            return;
        try
        {
            await ReceiveMessages(batch, life);
        }
        catch (Exception error) when (!life.IsCancellationRequested)
        {
            LogIntakeFailed(Key, error);
        }
    }

    /// <summary>
    /// What has happened in a group, or to settings, is told as it came out, everything else as it was said.
    /// </summary>
    private async Task NotifyMissed(string conversationID, List<MsgData> notifications, CancellationToken life)
    {
        var tips = new List<GroupTip>();
        var hasChangedSettings = false;
        foreach (var notification in notifications)
        {
            if (notification.ContentType == ConversationChange)
            {
                TouchChanged(notification);
                hasChangedSettings = true;
            }
            else if (GroupTip.Read(notification) is { } tip)
                tips.Add(tip);
            else
                await Notify(conversationID, notification, life);
            if (notification.ContentType == GroupNotification.Dismissed)
                tips.Clear(); // Of whom it consisted does not matter any more.
        }
        await TryNotify(() => TakeMissedGroupTips(tips, life), life);
        if (hasChangedSettings)
            await TryNotify(() => SyncSettings(life), life);
    }

    private Task Notify(string conversationID, MsgData notification, CancellationToken life) => TryNotify(
        async () =>
        {
            if (!await ReceiveUserNotification(notification, life)
                && !await ReceiveFriendNotification(notification, life)
                && !await ReceiveGroupNotification(notification, life))
                await ReceiveNotification(conversationID, notification, life);
        },
        life);

    /// <summary>One failing notification does not keep the others from being told.</summary>
    private async Task TryNotify(Func<Task> notify, CancellationToken life)
    {
        try
        {
            await notify();
        }
        catch (Exception error) when (!life.IsCancellationRequested)
        {
            LogIntakeFailed(Key, error);
        }
    }

    /// <summary>
    /// A request of the sync: fails at once without a connection, since the next connect syncs again.
    /// </summary>
    private async Task<Result<T>> RequestNow<T>(Func<GatewayConnection, string, Task<Result<T>>> request)
        where T : class =>
        _connection is { } connection ? await request(connection, NewOperationID()) : Errors.Network;
}
