using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// Searching. The server has no search for users, so that the histories are read, the newest messages first, and how
/// far is bounded: a call says when it did not look at everything.
/// </content>
internal sealed partial class SessionGrain
{
    /// <summary>How many messages one call looks at, in one conversation and in all of them together.</summary>
    private const int MaxSearched = 1000;

    /// <summary>Of each conversation, when all are searched: the list is wide, and what is meant is mostly recent.</summary>
    private const int MaxSearchedOfEach = 200;

    private const int MaxFound = 500;

    public async Task<Result<SearchLocalMessagesCallback>> SearchLocalMessages(
        SearchLocalMessagesParams param, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        var search = MessageSearch.Of(param, Time.GetUtcNow().ToUnixTimeSeconds());
        if (!search.IsOk)
            return search.Error;
        return param.ConversationID.Length > 0
            ? await SearchOne(param, search.Value!, cancellationToken)
            : await SearchAll(search.Value!, cancellationToken);
    }

    private async Task<Result<SearchLocalMessagesCallback>> SearchOne(
        SearchLocalMessagesParams param, MessageSearch search, CancellationToken cancellationToken)
    {
        if (_conversations.Find(param.ConversationID) is not { } row)
            return new SearchLocalMessagesCallback();
        var skipped = (long)(param.PageIndex - 1) * param.Count;
        var wanted = (int)Math.Min(skipped + param.Count, MaxSearched);
        var found = await Search(row, search, wanted, MaxSearched, cancellationToken);
        if (!found.IsOk)
            return found.Error;
        var page = found.Value!.Messages.Skip((int)Math.Min(skipped, MaxSearched))
            .Take(Math.Min(param.Count, MaxFound)).ToList();
        return Results([ItemOf(row, page, row.LatestMsgSendTime)], found.Value.IsTruncated);
    }

    private async Task<Result<SearchLocalMessagesCallback>> SearchAll(
        MessageSearch search, CancellationToken cancellationToken)
    {
        var items = new List<SearchByConversationResult>();
        var (left, room, isTruncated) = (MaxSearched, MaxFound, false);
        foreach (var row in _conversations.All.Where(row => row.LatestMsgSendTime >= search.From)
            .OrderByDescending(static row => row.LatestMsgSendTime).ToList())
        {
            if (left <= 0 || room <= 0)
            {
                isTruncated = true;
                break;
            }
            var found = await Search(row, search, room, Math.Min(left, MaxSearchedOfEach), cancellationToken);
            if (!found.IsOk)
                return found.Error;
            left -= found.Value!.Searched;
            room -= found.Value.Messages.Count;
            isTruncated |= found.Value.IsTruncated;
            items.Add(ItemOf(row, found.Value.Messages, row.LatestMsgSendTime));
        }
        return Results(items, isTruncated);
    }

    /// <summary>
    /// Matches of one conversation, the newest first, until <paramref name="wanted"/> are found or
    /// <paramref name="limit"/> messages were looked at.
    /// </summary>
    private async Task<Result<FoundMessages>> Search(
        ConversationRow row, MessageSearch search, int wanted, int limit, CancellationToken cancellationToken)
    {
        var found = UnlistedOf(row).Where(search.Matches).ToList();
        var (before, searched, isEnd) = (long.MaxValue, 0, false);
        var reader = ReaderOf(row, cancellationToken);
        while (!isEnd && searched < limit && found.Count < wanted)
        {
            var page = await reader.Older(before, Math.Min(SeqsPerSearch, limit - searched));
            if (page.Error is not null)
                return page.Error;
            searched += page.Messages.Count;
            // Only what is found is remembered, so that a search does not push out what is being read.
            foreach (var data in page.Messages.Reverse())
                if (search.Matches(AsShown(row, data)))
                    found.Add(AsStored(row, data));
            isEnd = page.IsEnd || page.Messages.Count == 0 || page.Messages[0].SendTime < search.From;
            if (page.Messages.Count > 0)
                before = page.Messages[0].Seq;
        }
        var isTruncated = !isEnd && found.Count < wanted;
        return new FoundMessages(
            [.. found.OrderByDescending(static message => message.SendTime)], Math.Max(1, searched), isTruncated);
    }

    private MsgStruct AsShown(ConversationRow row, MsgData data) =>
        WithKept(row, MessageConversion.Stored(data));

    private static SearchByConversationResult ItemOf(
        ConversationRow row, IReadOnlyList<MsgStruct> messages, long latestMsgSendTime) => new()
        {
            ConversationID = row.ConversationID,
            ConversationType = row.Type,
            ShowName = row.ShowName,
            FaceURL = row.FaceURL,
            LatestMsgSendTime = latestMsgSendTime,
            MessageCount = messages.Count,
            MessageList = messages,
        };

    private static SearchLocalMessagesCallback Results(List<SearchByConversationResult> items, bool isTruncated)
    {
        items.RemoveAll(static item => item.MessageCount == 0);
        return new()
        {
            TotalCount = items.Sum(static item => item.MessageCount),
            SearchResultItems = items.Count == 0 ? null : items,
            IsTruncated = isTruncated,
        };
    }

    private sealed record FoundMessages(IReadOnlyList<MsgStruct> Messages, int Searched, bool IsTruncated);
}
