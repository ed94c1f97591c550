using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Cuts what is to be pulled (1002) into requests of about 100 messages each. Of an ordinary range only the newest
/// <c>num</c> are wanted; of a notification range everything. What is more than a request holds becomes several.
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
        var wanted = GapRule.IsNotification(range.ConversationID) ? long.MaxValue : range.Num;
        if (Math.Min(wanted, range.End - range.Begin + 1) <= MessagesPerRequest)
        {
            yield return range;
            yield break;
        }
        for (var begin = Math.Max(range.Begin, range.End - wanted + 1); begin <= range.End; begin += MessagesPerRequest)
        {
            var part = range.Clone();
            part.Begin = begin;
            part.End = Math.Min(begin + MessagesPerRequest - 1, range.End);
            yield return part;
        }
    }
}
