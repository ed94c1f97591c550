using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Cuts what is to be pulled (1002) into requests of about 100 messages each. Of an ordinary range the server returns
/// the newest <c>num</c>; of a notification range everything, so a long one becomes several.
/// </summary>
internal static class PullPlan
{
    private const int MessagesPerRequest = 100;

    /// <summary>The range of a conversation after <paramref name="handled"/> up to <paramref name="last"/>.</summary>
    public static SeqRange Range(string conversationID, long handled, long last, int num) =>
        new() { ConversationID = conversationID, Begin = handled + 1, End = last, Num = num };

    /// <summary>The requests, in the order of <paramref name="ranges"/>.</summary>
    public static IEnumerable<List<SeqRange>> Batches(IEnumerable<SeqRange> ranges)
    {
        var batch = new List<SeqRange>();
        long weight = 0;
        foreach (var range in ranges.SelectMany(Split))
        {
            batch.Add(range);
            var length = range.End - range.Begin + 1;
            weight += GapRule.IsNotification(range.ConversationID) ? length : Math.Min(length, range.Num);
            if (weight < MessagesPerRequest)
                continue;
            yield return batch;
            batch = [];
            weight = 0;
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private static IEnumerable<SeqRange> Split(SeqRange range)
    {
        if (!GapRule.IsNotification(range.ConversationID))
        {
            yield return range;
            yield break;
        }
        for (var begin = range.Begin; begin <= range.End; begin += MessagesPerRequest)
        {
            var part = range.Clone();
            part.Begin = begin;
            part.End = Math.Min(begin + MessagesPerRequest - 1, range.End);
            yield return part;
        }
    }
}
