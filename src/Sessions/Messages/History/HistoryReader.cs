using OpenIM.SignalR.Contracts;
using Wire = OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Reads pages of one conversation from the server, which knows messages by seq only. Deleted ones leave holes, so that
/// a page may take several requests:
/// <code>
///   seq      1   2   3   4   5   6   7   8       a page of 4 older than 8:
///            •   •   ×   ×   •   •   •           [4..7] gives 5 6 7, [3..3] nothing, [2..2] gives 2
///            lowest                  highest
/// </code>
/// A page is at the end only when it comes up short, as in the original: a last page that is exactly full says "more",
/// and the next one is empty.
/// </summary>
/// <param name="lowest">The oldest seq that the user may see, as far as it is known.</param>
/// <param name="highest">The newest one.</param>
/// <param name="isVisible">Whether a message is for this user. Deleted ones are left out without asking.</param>
/// <param name="pull">One request (1005): the messages of these seqs, in their order.</param>
internal sealed class HistoryReader(
    long lowest,
    long highest,
    Predicate<Wire.MsgData> isVisible,
    Func<IReadOnlyList<long>, Wire.PullOrder, Task<Result<Wire.PullMsgs>>> pull)
{
    private long _lowest = lowest;

    /// <summary>The original asks for no more at once.</summary>
    private const int MaxSeqsPerRequest = 50;

    /// <summary>So that a long row of deleted messages does not cost a request for each.</summary>
    private const int MinSeqsPerRequest = 10;

    /// <summary>A conversation of which thousands in a row were deleted is not read to its end in one call.</summary>
    private const int MaxRequests = 60;

    private static readonly OpenImError TooFar = new(
        ErrorCode.NetworkTimeout, "too many deleted messages in a row, read on");

    /// <summary>
    /// Up to <paramref name="count"/> messages older than <paramref name="before"/>, the nearest ones.
    /// </summary>
    public async Task<HistoryPage> Older(long before, int count)
    {
        var found = new List<Wire.MsgData>();
        OpenImError? error = null;
        var at = Math.Min(before - 1, highest);
        for (var requests = 0; found.Count < count && at >= _lowest; requests++)
        {
            if (requests == MaxRequests)
            {
                error = TooFar;
                break;
            }
            var to = Math.Max(_lowest, at - Step(count - found.Count) + 1);
            var pulled = await pull(Seqs(at, to), Wire.PullOrder.Desc);
            if (!pulled.IsOk)
            {
                error = pulled.Error;
                break;
            }
            found.AddRange(Visible(pulled.Value!).OrderByDescending(m => m.Seq));
            // Cut at the bottom: the server knows better where the user's history begins.
            if (pulled.Value!.IsEnd && pulled.Value.EndSeq > _lowest)
                _lowest = pulled.Value.EndSeq;
            at = to - 1;
        }
        return Page(found, count, error, newestFirst: true);
    }

    /// <summary>
    /// Up to <paramref name="count"/> messages newer than <paramref name="after"/>, the nearest ones.
    /// </summary>
    public async Task<HistoryPage> Newer(long after, int count)
    {
        var found = new List<Wire.MsgData>();
        OpenImError? error = null;
        var at = Math.Max(after + 1, _lowest);
        for (var requests = 0; found.Count < count && at <= highest; requests++)
        {
            if (requests == MaxRequests)
            {
                error = TooFar;
                break;
            }
            var to = Math.Min(highest, at + Step(count - found.Count) - 1);
            var pulled = await pull(Seqs(at, to), Wire.PullOrder.Asc);
            if (!pulled.IsOk)
            {
                error = pulled.Error;
                break;
            }
            found.AddRange(Visible(pulled.Value!).OrderBy(m => m.Seq));
            if (pulled.Value!.Msgs.Count == 0 && at == _lowest)
            {
                // All of it lies below what the user may see. Only the other order tells where that begins.
                var bottom = await pull([at], Wire.PullOrder.Desc);
                if (bottom is { IsOk: true, Value: { IsEnd: true } answer } && answer.EndSeq > to)
                {
                    _lowest = at = answer.EndSeq;
                    continue;
                }
            }
            at = to + 1;
        }
        return Page(found, count, error, newestFirst: false);
    }

    private static int Step(int missing) => Math.Clamp(missing, MinSeqsPerRequest, MaxSeqsPerRequest);

    private static List<long> Seqs(long from, long to)
    {
        var seqs = new List<long>();
        var step = from <= to ? 1 : -1;
        for (var seq = from; seq != to + step; seq += step)
            seqs.Add(seq);
        return seqs;
    }

    private IEnumerable<Wire.MsgData> Visible(Wire.PullMsgs pulled) =>
        pulled.Msgs.Where(m => m.Status < MessageStatus.Deleted && m.Seq > 0 && isVisible(m));

    private static HistoryPage Page(List<Wire.MsgData> found, int count, OpenImError? error, bool newestFirst)
    {
        if (found.Count > count)
            found.RemoveRange(count, found.Count - count);
        if (newestFirst)
            found.Reverse();
        return new(found, IsEnd: error is null && found.Count < count, error);
    }
}
