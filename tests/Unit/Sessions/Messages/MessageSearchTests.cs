using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Messages;

public sealed class MessageSearchTests
{
    private const long Now = 1_800_000_000;

    [Theory]
    [InlineData("harbour", 0, true)]
    [InlineData("HARBOUR|nowhere", 0, true)]
    [InlineData("harbour|noon", 1, true)]
    [InlineData("harbour|nowhere", 1, false)]
    public void Words_are_found_whatever_their_case_any_of_them_or_all(string words, int matchType, bool found) =>
        Assert.Equal(
            found,
            Search(new() { KeywordList = words.Split('|'), KeywordListMatchType = matchType })
                .Matches(Text("Harbour at noon")));

    [Fact]
    public void A_search_without_words_and_kinds_or_of_one_conversation_without_a_page_is_refused()
    {
        Assert.Equal(ErrorCode.Unknown, MessageSearch.Of(new(), Now).Error?.Code);
        Assert.Equal(ErrorCode.Unknown, MessageSearch.Of(new() { KeywordList = [" ", ""] }, Now).Error?.Code);
        Assert.Equal(
            ErrorCode.Unknown,
            MessageSearch.Of(new() { ConversationID = "c", KeywordList = ["x"], Count = 1 }, Now).Error?.Code);
    }

    [Fact]
    public void Sender_kind_and_time_each_narrow_what_is_found()
    {
        var message = Text("x") with { SendID = "ann", SendTime = (Now - 50) * 1000 };

        Assert.True(Search(new() { MessageTypeList = [101], SenderUserIDList = ["ann"] }).Matches(message));
        Assert.False(Search(new() { MessageTypeList = [101], SenderUserIDList = ["ben"] }).Matches(message));
        Assert.False(Search(new() { MessageTypeList = [102] }).Matches(message));
        Assert.True(Search(new() { MessageTypeList = [101], SearchTimePeriod = 60 }).Matches(message));
        Assert.False(Search(new() { MessageTypeList = [101], SearchTimePeriod = 40 }).Matches(message));
        Assert.False(Search(new() { MessageTypeList = [101], SearchTimePosition = Now - 60 }).Matches(message));
    }

    [Fact]
    public void What_people_see_of_each_kind_is_looked_at_and_nothing_else()
    {
        MsgStruct[] seen =
        [
            new() { ContentType = ContentType.AtText, AtTextElem = new() { Text = "word" } },
            new() { ContentType = ContentType.File, FileElem = new() { FileName = "word.pdf" } },
            new() { ContentType = ContentType.Card, CardElem = new() { Nickname = "word" } },
            new() { ContentType = ContentType.Location, LocationElem = new() { Description = "word" } },
            new() { ContentType = ContentType.Custom, CustomElem = new() { Description = "word" } },
            new() { ContentType = ContentType.Quote, QuoteElem = new() { Text = "word" } },
            new() { ContentType = ContentType.Merger, MergeElem = new() { MultiMessage = [Text("word")] } },
        ];
        MsgStruct[] unseen =
        [
            new() { ContentType = ContentType.Custom, CustomElem = new() { Data = "word" } },
            new() { ContentType = ContentType.File, FileElem = new() { SourceUrl = "http://x/word" } },
            new() { ContentType = ContentType.Picture, PictureElem = new() { SourcePath = "word" } },
            Text("word") with { Status = MessageStatus.Deleted },
        ];
        var search = Search(new() { KeywordList = ["word"] });

        Assert.All(seen, message => Assert.True(search.Matches(message)));
        Assert.All(unseen, message => Assert.False(search.Matches(message)));
    }

    [Fact]
    public void In_one_conversation_words_are_looked_for_in_texts_mentions_and_files()
    {
        var search = Search(new() { ConversationID = "c", KeywordList = ["word"], PageIndex = 1, Count = 1 });

        Assert.True(search.Matches(Text("word")));
        Assert.False(search.Matches(new() { ContentType = ContentType.Card, CardElem = new() { Nickname = "word" } }));
    }

    private static MessageSearch Search(SearchLocalMessagesParams param) => MessageSearch.Of(param, Now).Value!;

    private static MsgStruct Text(string text) =>
        new() { ContentType = ContentType.Text, TextElem = new() { Content = text }, SendTime = Now * 1000 };
}
