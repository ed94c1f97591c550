using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class ConversationChangesTests : IDisposable
{
    private const string Chat = "si_alice_bob";

    private readonly MessagingFixture _fixture = new();

    [Fact]
    public void A_change_is_told_to_its_owner_once_and_no_change_is_not_told()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Pushes.Take("alice");

        Assert.True(Set(new ConversationReq { IsPinned = true }).IsOk);
        Assert.Equal(ContentType.ConversationChanged, Assert.Single(_fixture.Pushes.Take("alice")).Message.ContentType);

        Assert.True(Set(new ConversationReq { IsPinned = true }).IsOk);
        Assert.Empty(_fixture.Pushes.Take("alice"));
        Assert.Equal(2ul, Versions("alice").Current.Version);
    }

    [Fact]
    public void A_private_chat_is_one_for_both()
    {
        Set(new ConversationReq { IsPrivateChat = true });

        var store = _fixture.Get<ConversationStore>();
        Assert.True(store.Find("alice", Chat)?.Settings.IsPrivateChat);
        Assert.True(store.Find("bob", Chat)?.Settings.IsPrivateChat);
        Assert.Equal(
            [ContentType.PrivateChat, ContentType.PrivateChat],
            _fixture.Pushes.Take("bob").Select(push => push.Message.ContentType));
    }

    [Fact]
    public void A_private_chat_that_is_one_already_is_a_new_version_and_a_new_line_all_the_same()
    {
        Set(new ConversationReq { IsPrivateChat = true });
        var (before, rows) = (Versions("bob").Current.Version, _fixture.Pushes.Take("bob").Count);

        Set(new ConversationReq { IsPrivateChat = true });

        Assert.Equal((before + 1, rows), (Versions("bob").Current.Version, _fixture.Pushes.Take("bob").Count));
    }

    [Fact]
    public void A_request_that_names_nothing_makes_no_row_and_tells_nobody()
    {
        Assert.True(Set(new ConversationReq()).IsOk);

        Assert.Null(_fixture.Get<ConversationStore>().Find("alice", Chat));
        Assert.Empty(_fixture.Pushes.Take("alice"));
    }

    [Fact]
    public void A_row_that_a_request_made_is_not_found_by_some_until_it_is_set_again_or_a_minute_is_over()
    {
        Set(new ConversationReq { IsPinned = true });
        Assert.Equal((1004, 1004), Reads());

        _fixture.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal((null, null), Reads());

        Delete(new DeleteConversationsReq { ConversationIDs = { Chat } });
        Set(new ConversationReq { IsPinned = true });
        _fixture.Pushes.Take("alice");
        Assert.Equal((1004, 1004), Reads());
        Set(new ConversationReq { IsPinned = true });
        Assert.Single(_fixture.Pushes.Take("alice"));
        Assert.Equal((null, null), Reads());

        (int? One, int? Page) Reads()
        {
            var (rules, alice) = (_fixture.Get<ConversationRules>(), MessagingFixture.As("alice"));
            var one = rules.One(alice, new GetConversationReq { OwnerUserID = "alice", ConversationID = Chat });
            var page = rules.OnePage(alice, new GetOwnerConversationReq
            {
                UserID = "alice", Pagination = new RequestPagination { PageNumber = 1, ShowNumber = 9 },
            });
            return (one.Error?.Code, page.Error?.Code);
        }
    }

    [Fact]
    public void Only_the_old_kind_of_group_must_be_there_and_any_type_but_none_will_do()
    {
        Assert.Equal(1001, SetOfType(0));
        Assert.Equal(1004, SetOfType(SessionType.WriteGroup));
        Assert.Null(SetOfType(SessionType.Group));
        Assert.Null(SetOfType(7));

        int? SetOfType(int type) => _fixture.Get<ConversationChanges>().Set(
            MessagingFixture.As("alice"),
            new SetConversationsReq
            {
                UserIDs = { "alice" },
                Conversation = new ConversationReq
                {
                    ConversationID = "sg_nowhere", ConversationType = type, GroupID = "nowhere", IsPinned = true,
                },
            }).Error?.Code;
    }

    [Fact]
    public void Each_row_that_is_to_be_deleted_has_its_version_whether_it_is_there_or_not()
    {
        Set(new ConversationReq { IsPinned = true });

        Assert.True(Delete(new DeleteConversationsReq { ConversationIDs = { Chat, "si_alice_nobody" } }).IsOk);

        Assert.Equal(3ul, Versions("alice").Current.Version);
        Assert.Equal([Chat, "si_alice_nobody"], Versions("alice").Since(Versions("alice").Current.ID, 1).Deleted);
    }

    [Fact]
    public void Rows_are_deleted_by_id_or_by_age_but_not_by_both_or_neither()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Time.Advance(TimeSpan.FromDays(3));
        _fixture.Send(MessagingFixture.Text("alice", "carol"));

        Assert.Equal(1001, Delete(new DeleteConversationsReq()).Error?.Code);
        var both = new DeleteConversationsReq { NeedDeleteTime = 1, ConversationIDs = { Chat } };
        Assert.Equal(1001, Delete(both).Error?.Code);
        Assert.True(Delete(new DeleteConversationsReq { NeedDeleteTime = 2 }).IsOk);
        var list = _fixture.Get<ConversationStore>().Of("alice");
        Assert.Equal(["si_alice_carol"], list.All().Select(row => row.ConversationID));
        Assert.True(Delete(new DeleteConversationsReq { ConversationIDs = { "si_alice_carol" } }).IsOk);
        Assert.Empty(list.All());
    }

    [Fact]
    public void An_ex_for_all_goes_into_the_rows_of_the_others()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));

        _fixture.Get<ConversationChanges>().UpdateByUser(
            MessagingFixture.As("alice"), new UpdateConversationsByUserReq { UserID = "alice", Ex = "away" });

        var store = _fixture.Get<ConversationStore>();
        Assert.Equal("away", store.Find("bob", Chat)?.Settings.Ex);
        Assert.Equal("", store.Find("alice", Chat)?.Settings.Ex);
    }

    [Fact]
    public void Active_conversations_come_pinned_first_then_newest_with_the_unread_count_of_all()
    {
        foreach (var other in new[] { "bob", "carol" })
        {
            _fixture.Send(MessagingFixture.Text(other, "alice"));
            _fixture.Time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(["si_alice_carol", Chat], Active(count: 0));

        Set(new ConversationReq { IsPinned = true });

        Assert.Equal([Chat], Active(count: 1));
        var all = Newest(count: 0);
        Assert.Equal(2, all.UnreadCount);
        Assert.Equal("bob", all.Conversations![0].User.UserID);
    }

    [Fact]
    public void Without_a_row_the_list_is_null_and_without_a_message_it_is_empty()
    {
        Assert.Null(Newest(count: 0).Conversations);

        Set(new ConversationReq { IsPinned = true });

        Assert.Empty(Newest(count: 0).Conversations!);
    }

    public void Dispose() => _fixture.Dispose();

    private VersionLog Versions(string userID) => _fixture.Get<ConversationStore>().Of(userID).Versions;

    private IEnumerable<string> Active(long count) =>
        Newest(count).Conversations!.Select(item => item.Conversation.ConversationID);

    private ConversationMessages Newest(long count) => _fixture.Get<ActiveConversations>()
        .Newest(MessagingFixture.As("alice"), new GetActiveConversationsReq { Count = count }).Value!;

    private Answer<SetConversationsResp> Set(ConversationReq conversation)
    {
        conversation.ConversationID = Chat;
        conversation.ConversationType = SessionType.Single;
        conversation.UserID = "bob";
        return _fixture.Get<ConversationChanges>().Set(
            MessagingFixture.As("alice"),
            new SetConversationsReq { UserIDs = { "alice" }, Conversation = conversation });
    }

    private Answer<DeleteConversationsResp> Delete(DeleteConversationsReq request)
    {
        request.OwnerUserID = "alice";
        return _fixture.Get<ConversationChanges>().Delete(MessagingFixture.As("alice"), request);
    }
}
