using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Unit.Sessions.Groups;
using OpenIM.SignalR.Unit.Sessions.Messages;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

/// <summary>
/// Where a new name shows that is no friend's and no group's; those are in FriendTests and GroupEventTests.
/// </summary>
public sealed class NameChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_own_new_name_is_the_senders_of_the_own_messages_in_a_single_chat()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ann", "one", "ben");
        Assert.Equal("ann's name", (await chat.History("ann", "si_ann_ben")).MessageList![0].SenderNickname);

        await chat.Of("ann").SetSelfInfo(new() { Nickname = "Anna" }, Cancel);

        await chat.Told("ann", "OnSelfInfoUpdated");
        Assert.Equal("Anna", (await chat.History("ann", "si_ann_ben")).MessageList![0].SenderNickname);
        Assert.Equal("Anna", (await chat.Text("ann", "two")).SenderNickname);
    }

    [Fact]
    public async Task A_stranger_is_called_by_his_new_name_when_somebody_asks_for_him()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Send("ben", "one", "ann");
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged(1)");
        await chat.Of("ben").SetSelfInfo(new() { Nickname = "Benny" }, Cancel);
        await chat.Told("ben", "OnSelfInfoUpdated");

        Assert.Equal("Benny", Assert.Single((await chat.Of("ann").GetUsersInfo(["ben"], Cancel)).Value!).Nickname);

        Assert.Contains("\"showName\":\"Benny\"", (await chat.Told("ann", "OnConversationChanged"))[^1],
            StringComparison.Ordinal);
        Assert.Equal("Benny", (await chat.History("ann", "si_ann_ben")).MessageList![0].SenderNickname);
    }

    [Fact]
    public async Task A_remark_stays_when_the_friends_profile_is_asked_for()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        await chat.Host.Post("/friend/import_friend", new { ownerUserID = "ann", friendUserIDs = new[] { "ben" } });
        await chat.Told("ann", "OnFriendAdded");
        await chat.Of("ann").UpdateFriends(new() { FriendUserIDs = ["ben"], Remark = "My Ben" }, Cancel);
        Assert.Contains("My Ben", (await chat.Told("ann", "OnConversationChanged"))[^1], StringComparison.Ordinal);

        await chat.Of("ann").GetUsersInfo(["ben"], Cancel);

        Assert.Equal(
            "My Ben", (await chat.Of("ann").GetOneConversation(SessionType.Single, "ben", Cancel)).Value!.ShowName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_members_new_name_reaches_what_he_wrote_in_the_group(bool isOwnProfile)
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var group = await GroupEventTests.Create(chat, "ann", "ben");
        await chat.Told("ann", "OnNewConversation");
        await chat.Told("ben", "OnJoinedGroupAdded");
        await chat.Of("ben").SendMessage(await chat.Text("ben", "hello"), "", group.GroupID, null, false, Cancel);
        await chat.Told("ann", "OnTotalUnreadMessageCountChanged");

        if (isOwnProfile)
            await chat.Of("ben").SetSelfInfo(new() { Nickname = "Benny" }, Cancel);
        else
            await chat.Of("ben").SetGroupMemberInfo(
                new() { GroupID = group.GroupID, UserID = "ben", Nickname = "Benny" }, Cancel);

        foreach (var userID in new[] { "ann", "ben" })
        {
            Assert.Contains("\"nickname\":\"Benny\"", (await chat.Told(userID, "OnGroupMemberInfoChanged"))[^1],
                StringComparison.Ordinal);
            Assert.Contains(
                "\\\"senderNickname\\\":\\\"Benny\\\"", (await chat.Told(userID, "OnConversationChanged"))[^1],
                StringComparison.Ordinal);
            Assert.Equal("Benny", (await chat.History(userID, $"sg_{group.GroupID}")).MessageList![^1].SenderNickname);
        }
    }
}
