using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>What a search looks for, and what of a message it looks at: the texts that people see.</summary>
internal sealed class MessageSearch
{
    private const int All = 1;

    private static readonly OpenImError Nothing =
        new(ErrorCode.Unknown, "keywordlist and messageTypelist all null");

    private static readonly OpenImError NoPage = new(ErrorCode.Unknown, "page or count is null");

    /// <summary>In one conversation a text is looked for in these only, as in the original.</summary>
    private static readonly int[] TypesWithText = [ContentType.Text, ContentType.AtText, ContentType.File];

    private readonly IReadOnlyList<string> _keywords;
    private readonly bool _needsAll;
    private readonly IReadOnlyList<string> _senders;
    private readonly IReadOnlyList<int> _types;
    private readonly long _to;

    private MessageSearch(SearchLocalMessagesParams param, IReadOnlyList<string> keywords, IReadOnlyList<int> types)
    {
        _keywords = keywords;
        _needsAll = param.KeywordListMatchType == All;
        _senders = param.SenderUserIDList ?? [];
        _types = types;
        _to = param.SearchTimePosition > 0 ? Milliseconds(param.SearchTimePosition) : long.MaxValue;
    }

    /// <summary>Nothing older is looked for, in Unix milliseconds.</summary>
    public long From { get; private init; }

    public static Result<MessageSearch> Of(SearchLocalMessagesParams param, long nowSeconds)
    {
        string[] keywords = [.. (param.KeywordList ?? []).Select(static word => word?.Trim() ?? "")
            .Where(static word => word.Length > 0)];
        var types = param.MessageTypeList ?? [];
        if (keywords.Length == 0 && types.Count == 0)
            return Nothing;
        if (param.ConversationID.Length > 0)
        {
            if (param.PageIndex < 1 || param.Count < 1)
                return NoPage;
            if (keywords.Length > 0)
                types = types.Count == 0 ? TypesWithText : [.. types.Intersect(TypesWithText)];
            // None of those asked for can hold a text.
            if (types.Count == 0)
                types = [0];
        }
        var to = param.SearchTimePosition > 0 ? param.SearchTimePosition : nowSeconds;
        return new MessageSearch(param, keywords, types)
        {
            From = param.SearchTimePeriod > 0 ? Milliseconds(Math.Max(0, to - param.SearchTimePeriod)) : 0,
        };
    }

    public bool Matches(MsgStruct message) =>
        message.Status < MessageStatus.Deleted
        && message.SendTime >= From
        && message.SendTime <= _to
        && (_types.Count == 0 || _types.Contains(message.ContentType))
        && (_senders.Count == 0 || _senders.Contains(message.SendID))
        && MatchesText(message);

    private bool MatchesText(MsgStruct message)
    {
        if (_keywords.Count == 0)
            return true;
        string[] texts = [.. TextsOf(message).OfType<string>()];
        return _needsAll ? _keywords.All(IsThere) : _keywords.Any(IsThere);

        bool IsThere(string word) => Array.Exists(
            texts, text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string?> TextsOf(MsgStruct message) => message.ContentType switch
    {
        ContentType.Text => [message.TextElem?.Content],
        ContentType.AtText => [message.AtTextElem?.Text],
        ContentType.File => [message.FileElem?.FileName],
        ContentType.Merger =>
            [message.MergeElem?.Title, .. (message.MergeElem?.MultiMessage ?? []).SelectMany(InMerger)],
        ContentType.Card => [message.CardElem?.Nickname],
        ContentType.Location => [message.LocationElem?.Description],
        ContentType.Custom => [message.CustomElem?.Description],
        ContentType.Quote => [message.QuoteElem?.Text],
        ContentType.AdvancedText => [message.AdvancedTextElem?.Text],
        ContentType.MarkdownText => [message.MarkdownTextElem?.Content],
        _ => [],
    };

    /// <summary>One level deep: what is merged twice is not shown at a glance either.</summary>
    private static IEnumerable<string?> InMerger(MsgStruct message) =>
        message.ContentType == ContentType.Merger ? [message.MergeElem?.Title] : TextsOf(message);

    private static long Milliseconds(long seconds) => Math.Min(seconds, long.MaxValue / 1000) * 1000;
}
