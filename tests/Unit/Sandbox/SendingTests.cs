using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class SendingTests : IDisposable
{
    private const string Chat = "si_alice_bob";

    private readonly MessagingFixture _fixture = new();

    [Fact]
    public void A_message_reaches_both_sides_sent_and_with_its_seq()
    {
        Assert.Null(_fixture.Send(MessagingFixture.Text("alice", "bob")));

        foreach (var user in new[] { "alice", "bob" })
        {
            var (conversationID, message) = Assert.Single(_fixture.Pushes.Take(user));
            Assert.Equal(Chat, conversationID);
            Assert.Equal((1, MessageStatus.Sent), (message.Seq, message.Status));
            Assert.Equal(32, message.ServerMsgID.Length);
        }
    }

    [Fact]
    public void The_first_message_makes_the_rows_of_both_and_later_ones_do_not_make_them_again()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        var store = _fixture.Get<ConversationStore>();
        Assert.Equal("bob", store.Find("alice", Chat)?.UserID);
        Assert.Equal("alice", store.Find("bob", Chat)?.UserID);

        store.Of("bob").Remove([Chat]);
        _fixture.Send(MessagingFixture.Text("alice", "bob"));

        Assert.Null(store.Find("bob", Chat));
    }

    [Fact]
    public void A_message_to_oneself_is_pushed_once()
    {
        _fixture.Send(MessagingFixture.Text("alice", "alice"));

        Assert.Single(_fixture.Pushes.Take("alice"));
        Assert.Single(_fixture.Get<ConversationStore>().Of("alice").All());
    }

    [Fact]
    public void Without_senderSync_the_sender_gets_nothing()
    {
        var message = MessagingFixture.Text("alice", "bob");
        message.Options[MessageOption.SenderSync] = false;

        _fixture.Send(message);

        Assert.Empty(_fixture.Pushes.Take("alice"));
        Assert.Single(_fixture.Pushes.Take("bob"));
    }

    [Fact]
    public void A_typing_state_with_any_option_is_only_shown_to_the_other_and_one_without_is_kept_like_a_text()
    {
        var typing = MessagingFixture.Text("alice", "bob");
        typing.ContentType = ContentType.Typing;
        var bare = typing.Clone();
        typing.Options[MessageOption.History] = true;

        _fixture.Send(typing);
        Assert.Empty(_fixture.Pushes.Take("alice"));
        Assert.Equal(0, Assert.Single(_fixture.Pushes.Take("bob")).Message.Seq);

        _fixture.Send(bare);
        Assert.Equal(1, Assert.Single(_fixture.Pushes.Take("alice")).Message.Seq);
    }

    [Fact]
    public void A_time_that_the_client_gives_is_kept()
    {
        var message = MessagingFixture.Text("alice", "bob");
        message.SendTime = 1_600_000_000_000;

        _fixture.Send(message);

        Assert.Equal(1_600_000_000_000, Assert.Single(_fixture.Pushes.Take("bob")).Message.SendTime);
    }

    [Fact]
    public void What_is_malformed_is_refused_before_anything_else()
    {
        AssertRefused(1001, message => message.SendID = "");
        AssertRefused(1001, message => message.Content = Google.Protobuf.ByteString.Empty);
        AssertRefused(1001, message => message.SessionType = SessionType.NotificationAccount);
        AssertRefused(1001, message => message.ContentType = ContentType.NotificationAccountMessage);
        AssertRefused(1001, message => message.SessionType = 2);
        AssertRefused(1004, message => message.RecvID = "nobody");
        AssertRefused(1004, message =>
        {
            message.SessionType = SessionType.Group;
            message.GroupID = "no group";
        });
    }

    [Fact]
    public void Nobody_but_an_administrator_sends_for_others()
    {
        var sender = _fixture.Get<MessageSender>();

        var message = MessagingFixture.Text("alice", "bob");
        Assert.Equal(1002, sender.Accept(MessagingFixture.As("bob"), message).Error?.Code);
        Assert.True(sender.Accept(MessagingFixture.As("imAdmin"), message).IsOk);
    }

    [Fact]
    public void A_black_list_stops_one_direction_and_no_notification()
    {
        _fixture.Relations.Blocked.Add(("bob", "alice"));

        Assert.Equal(1302, _fixture.Send(MessagingFixture.Text("alice", "bob"))?.Code);
        Assert.Null(_fixture.Send(MessagingFixture.Text("bob", "alice")));
        var receipt = MessagingFixture.Text("alice", "bob");
        receipt.ContentType = ContentType.HasRead;
        Assert.Null(_fixture.Send(receipt));
    }

    [Fact]
    public void A_receiver_who_wants_no_messages_refuses_all_but_read_receipts()
    {
        _fixture.Send(MessagingFixture.Text("bob", "alice"));
        _fixture.Get<ConversationStore>().Of("bob").Change(Chat, settings => settings with { RecvMsgOpt = 1 });

        Assert.Equal(1001, _fixture.Send(MessagingFixture.Text("alice", "bob"))?.Code);
        var receipt = MessagingFixture.Text("alice", "bob");
        receipt.ContentType = ContentType.HasRead;
        Assert.Null(_fixture.Send(receipt));
    }

    [Fact]
    public void A_receiver_who_wants_no_noise_gets_messages_without_offline_push()
    {
        _fixture.Users.Update("bob", user => user.GlobalRecvMsgOpt = 2);

        _fixture.Send(MessagingFixture.Text("alice", "bob"));

        var (_, message) = Assert.Single(_fixture.Pushes.Take("bob"));
        Assert.False(message.Options[MessageOption.OfflinePush]);
    }

    [Fact]
    public void Who_wants_no_noise_at_all_gets_what_he_refuses_in_a_single_chat()
    {
        _fixture.Send(MessagingFixture.Text("alice", "bob"));
        _fixture.Get<ConversationStore>().Of("bob")
            .Change("si_alice_bob", settings => settings with { RecvMsgOpt = 1 });
        _fixture.Users.Update("bob", user => user.GlobalRecvMsgOpt = 2);

        var message = MessagingFixture.Text("alice", "bob");

        Assert.Null(_fixture.Send(message));
        Assert.False(message.Options[MessageOption.OfflinePush]);
    }

    [Fact]
    public void A_message_to_nobody_is_malformed_and_one_to_somebody_unknown_finds_no_user()
    {
        Assert.Equal(1001, _fixture.Send(MessagingFixture.Text("alice", ""))?.Code);
        Assert.Equal(1004, _fixture.Send(MessagingFixture.Text("alice", "nobody"))?.Code);
        Assert.Equal(1004, _fixture.Send(MessagingFixture.Text("nobody", ""))?.Code);
    }

    [Fact]
    public void In_a_group_all_members_get_it_and_only_members_who_may_speak_send()
    {
        _fixture.AddGroup("team", "alice", "bob", "carol");
        var muteEndTime = _fixture.Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds();
        _fixture.Groups.UpdateMembers("team", ["carol"], member => member.MuteEndTime = muteEndTime);

        Assert.Null(_fixture.Send(MessagingFixture.GroupText("bob", "team")));
        foreach (var user in new[] { "alice", "bob", "carol" })
        {
            Assert.Equal("sg_team", Assert.Single(_fixture.Pushes.Take(user)).ConversationID);
            Assert.Equal("team", _fixture.Get<ConversationStore>().Find(user, "sg_team")?.GroupID);
        }
        Assert.Equal(1402, _fixture.Send(MessagingFixture.GroupText("carol", "team"))?.Code);
        _fixture.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(_fixture.Send(MessagingFixture.GroupText("carol", "team")));

        _fixture.Users.TryAdd(new UserInfo { UserID = "dave", Nickname = "Dave" });
        Assert.Equal(1002, _fixture.Send(MessagingFixture.GroupText("dave", "team"))?.Code);

        _fixture.Groups.Update("team", group => group.Status = GroupStatus.Muted);
        Assert.Equal(1403, _fixture.Send(MessagingFixture.GroupText("bob", "team"))?.Code);
        Assert.Null(_fixture.Send(MessagingFixture.GroupText("alice", "team")));

        _fixture.Groups.Update("team", group => group.Status = GroupStatus.Dismissed);
        Assert.Equal(1204, _fixture.Send(MessagingFixture.GroupText("alice", "team"))?.Code);
        Assert.Equal(1204, _fixture.Send(MessagingFixture.GroupText("dave", "team"))?.Code);
    }

    [Fact]
    public void A_notification_that_is_a_line_of_the_chat_comes_twice_the_line_first()
    {
        _fixture.Get<NotificationSender>().ToUser(
            "operation", ContentType.PrivateChat, "alice", "bob", new ConversationSetPrivateTips { IsPrivate = true });

        var pushes = _fixture.Pushes.Take("bob");
        Assert.Equal([Chat, "n_alice_bob"], pushes.Select(push => push.ConversationID));
        Assert.Equal([1, 0], pushes.Select(push => push.Message.Seq));
        Assert.Equal(pushes[0].Message.ServerMsgID, pushes[1].Message.ServerMsgID);
        Assert.Equal(2, pushes[0].Message.Options.Count);
    }

    [Fact]
    public void With_friend_verification_only_those_whom_the_receiver_has_as_friends_get_through()
    {
        using var fixture = new MessagingFixture(new SandboxOptions { FriendVerify = true });
        fixture.Relations.Friends.Add(("alice", "bob"));
        Assert.Equal(1303, fixture.Send(MessagingFixture.Text("alice", "bob"))?.Code);
        Assert.Null(fixture.Send(MessagingFixture.Text("bob", "alice")));

        fixture.Relations.Blocked.Add(("alice", "bob"));
        Assert.Equal(1302, fixture.Send(MessagingFixture.Text("bob", "alice"))?.Code);
    }

    public void Dispose() => _fixture.Dispose();

    private void AssertRefused(int code, Action<MsgData> change)
    {
        var message = MessagingFixture.Text("alice", "bob");
        change(message);
        Assert.Equal(code, _fixture.Get<MessageSender>().Accept(MessagingFixture.As("imAdmin"), message).Error?.Code);
    }
}
