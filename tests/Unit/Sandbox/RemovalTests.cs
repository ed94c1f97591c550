using System.Text.Json;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class RemovalTests : IDisposable
{
    private const string AccountChat = "sn_alice_news";

    private readonly MessagingFixture _fixture = new();

    [Fact]
    public void Clearing_a_conversation_in_which_nothing_was_written_sets_its_row_and_tells_so()
    {
        _fixture.Get<ConversationStore>().Of("alice")
            .Add(ConversationRow.New("si_alice_bob", SessionType.Single, "bob"));

        Assert.True(Clear(new DeleteSyncOpt(), "si_alice_bob").IsOk);

        Assert.Equal(1, _fixture.Get<ConversationStore>().Find("alice", "si_alice_bob")?.Settings.MinSeq);
        Assert.Equal(ContentType.ConversationChanged, Assert.Single(_fixture.Pushes.Take("alice")).Message.ContentType);
    }

    [Fact]
    public void Clearing_again_tells_again_under_a_new_version()
    {
        _fixture.Send(MessagingFixture.Text("bob", "alice"));
        Clear(new DeleteSyncOpt(), "si_alice_bob");
        _fixture.Pushes.Take("alice");

        Clear(new DeleteSyncOpt(), "si_alice_bob");

        Assert.Equal(3ul, _fixture.Get<ConversationStore>().Of("alice").Versions.Current.Version);
        Assert.Single(_fixture.Pushes.Take("alice"));
    }

    [Fact]
    public void Who_clears_what_he_does_not_have_tells_his_devices_that_he_cleared_nothing()
    {
        Assert.True(Clear(new DeleteSyncOpt { IsSyncSelf = true }, "si_alice_nobody").IsOk);

        var push = Assert.Single(_fixture.Pushes.Take("alice"));
        Assert.Equal(ContentType.ConversationCleared, push.Message.ContentType);
        Assert.Empty(TipsOf<ClearConversationTips>(push.Message).ConversationIDs);
    }

    [Fact]
    public void The_last_message_stays_the_last_for_one_who_cleared_the_conversation_for_all()
    {
        _fixture.Send(MessagingFixture.Text("bob", "alice"));

        Assert.True(Clear(new DeleteSyncOpt { IsSyncOther = true }, "si_alice_bob").IsOk);

        Assert.Equal(1, _fixture.Get<MessagePulls>().LastOf("si_alice_bob", "alice")?.Seq);
    }

    [Fact]
    public void What_happens_in_the_chat_with_an_account_is_told_as_in_such_a_chat()
    {
        AddAccountMessage();
        var alice = MessagingFixture.As("alice");
        _fixture.Get<ReadPositions>().MarkMessages(
            alice, new MarkMsgsAsReadReq { UserID = "alice", ConversationID = AccountChat, Seqs = { 1 } });
        _fixture.Get<MessageRevocation>().Revoke(
            MessagingFixture.As("imAdmin"),
            new RevokeMsgReq { UserID = "news", ConversationID = AccountChat, Seq = 1 });
        _fixture.Get<MessageRemoval>().Delete(alice, new DeleteMsgsReq
        {
            UserID = "alice",
            ConversationID = AccountChat,
            Seqs = { 1 },
            DeleteSyncOpt = new DeleteSyncOpt { IsSyncOther = true },
        });
        Clear(new DeleteSyncOpt { IsSyncOther = true }, AccountChat);

        Assert.Equal(
            [
                (ContentType.HasRead, 1),
                (ContentType.Revoked, 2),
                (ContentType.MessagesDeleted, 3),
                (ContentType.ConversationCleared, 0),
            ],
            _fixture.Pushes.Take("alice").Select(push =>
            {
                Assert.Equal("n_alice_news", push.ConversationID);
                Assert.Equal(SessionType.NotificationAccount, push.Message.SessionType);
                return (push.Message.ContentType, (int)push.Message.Seq);
            }));
    }

    public void Dispose() => _fixture.Dispose();

    private void AddAccountMessage()
    {
        _fixture.Users.TryAdd(new UserInfo { UserID = "news", Nickname = "News", AppMangerLevel = 3 });
        var message = MessagingFixture.Text("news", "alice");
        message.SessionType = SessionType.NotificationAccount;
        message.ContentType = ContentType.NotificationAccountMessage;
        Assert.Null(_fixture.Send(message));
        _fixture.Pushes.Take("alice");
    }

    private Answer<ClearConversationsMsgResp> Clear(DeleteSyncOpt sync, string conversationID) =>
        _fixture.Get<MessageRemoval>().Clear(MessagingFixture.As("alice"), new ClearConversationsMsgReq
        {
            UserID = "alice", ConversationIDs = { conversationID }, DeleteSyncOpt = sync,
        });

    private static T TipsOf<T>(MsgData message)
    {
        var element = JsonSerializer.Deserialize<NotificationElem>(message.Content.Span, OpenImJson.Options)!;
        return JsonSerializer.Deserialize<T>(element.Detail, OpenImJson.Options)!;
    }
}
