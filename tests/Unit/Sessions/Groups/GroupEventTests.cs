using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Sessions.Messages;
using static OpenIM.SignalR.Unit.Sessions.Friends.FriendApplicationTests;

namespace OpenIM.SignalR.Unit.Sessions.Groups;

/// <summary>What members of a group are told, each once.</summary>
public sealed class GroupEventTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_group_is_told_to_all_its_members_once()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");

        var created = await Create(chat, "ann", "ben");

        Assert.Equal("ann", created.OwnerUserID);
        Assert.Equal("ann", created.CreatorUserID);
        Assert.Equal(2u, created.MemberCount);
        foreach (var userID in new[] { "ann", "ben" })
        {
            Holds(await chat.Told(userID, "OnJoinedGroupAdded"), created.GroupID);
            Assert.True((await chat.Of(userID).IsJoinGroup(created.GroupID, Cancel)).Value);
        }
        await Changed(chat, created, "later");
        Assert.Equal([1, 1], [Count(chat, "ann", "OnJoinedGroupAdded"), Count(chat, "ben", "OnJoinedGroupAdded")]);
        Assert.Equal(0, Count(chat, "ben", "OnGroupMemberAdded"));
    }

    [Fact]
    public async Task Who_is_invited_learns_of_the_group_and_the_others_of_him()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        var group = await Create(chat, "ann", "ben");

        Assert.Equal(Result.Ok, await chat.Of("ann").InviteUserToGroup(group.GroupID, "come", ["cid"], Cancel));

        Holds(await chat.Told("cid", "OnJoinedGroupAdded"), "\"memberCount\":3");
        foreach (var userID in new[] { "ann", "ben" })
        {
            Holds(await chat.Told(userID, "OnGroupMemberAdded"), "\"userID\":\"cid\"");
            Holds(await chat.Told(userID, "OnGroupInfoChanged"), "\"memberCount\":3");
        }
        Assert.Equal(0, Count(chat, "cid", "OnGroupMemberAdded"));
    }

    [Fact]
    public async Task Who_is_taken_into_a_group_right_after_his_login_when_the_server_does_not_push_yet_learns_of_it_too()
    {
        await using var chat = await Chat.StartAsync("ann");
        await chat.Host.LoggedIn("ben");
        await chat.Told("ben", "OnSyncServerFinish");

        var group = await Create(chat, "ann", "ben");

        Holds(await chat.Told("ben", "OnJoinedGroupAdded"), group.GroupID);
        Assert.Equal(1, Count(chat, "ben", "OnJoinedGroupAdded"));
    }

    [Fact]
    public async Task Who_is_kicked_and_who_quits_learn_that_they_are_out_and_the_others_who_is_gone()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        var group = await Create(chat, "ann", "ben", "cid");
        var groupID = group.GroupID;

        Assert.Equal(Result.Ok, await chat.Of("ann").KickGroupMember(groupID, "out", ["cid"], Cancel));

        Holds(await chat.Told("cid", "OnJoinedGroupDeleted"), "\"memberCount\":0");
        Holds(await chat.Told("ben", "OnGroupMemberDeleted"), "\"userID\":\"cid\"");
        Assert.Equal(1002, (await chat.Of("ann").QuitGroup(groupID, Cancel)).Error?.Code);

        Assert.Equal(Result.Ok, await chat.Of("ben").QuitGroup(groupID, Cancel));

        Holds(await chat.Told("ben", "OnJoinedGroupDeleted"), "\"groupName\":\"Team\"");
        await chat.Told("ann", "OnGroupMemberDeleted");
        Holds(await chat.Told("ann", "OnGroupMemberDeleted"), "\"userID\":\"ben\"");
        Assert.Equal([1, 1], [Count(chat, "ben", "OnJoinedGroupDeleted"), Count(chat, "cid", "OnJoinedGroupDeleted")]);
        Assert.False((await chat.Of("ben").IsJoinGroup(groupID, Cancel)).Value);
        Assert.Empty((await chat.Of("ben").GetGroupMemberList(groupID, 0, 0, 10, Cancel)).Value!);
        Assert.Empty((await chat.Of("ben").GetJoinedGroupList(Cancel)).Value!);
    }

    [Fact]
    public async Task A_dismissed_group_is_told_before_its_end()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var group = await Create(chat, "ann", "ben");

        Assert.Equal(Result.Ok, await chat.Of("ann").DismissGroup(group.GroupID, Cancel));

        foreach (var userID in new[] { "ann", "ben" })
        {
            var told = await chat.Told(userID, "OnJoinedGroupDeleted");
            Holds(told, "\"status\":0");
            Assert.Contains(told, e => e.StartsWith("OnGroupDismissed", StringComparison.Ordinal)
                && e.Contains("\"status\":2", StringComparison.Ordinal));
            Assert.Equal(1, Count(chat, userID, "OnGroupDismissed"));
        }
        Assert.False((await chat.Of("ann").IsJoinGroup(group.GroupID, Cancel)).Value);
    }

    [Fact]
    public async Task An_application_is_told_to_owner_and_applicant_and_its_answer_too()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        var group = await Create(chat, "ann", "ben");

        Assert.Equal(Result.Ok, await chat.Of("cid").JoinGroup(group.GroupID, "let me in", 3, "", Cancel));

        foreach (var userID in new[] { "ann", "cid" })
            Holds(await chat.Told(userID, "OnGroupApplicationAdded"), "\"groupName\":\"Team\"");
        Assert.Equal(1, (await chat.Of("ann").GetGroupApplicationUnhandledCount(new(), Cancel)).Value);
        Assert.Equal(
            1002, (await chat.Of("ben").AcceptGroupApplication(group.GroupID, "cid", "", Cancel)).Error?.Code);

        Assert.Equal(Result.Ok, await chat.Of("ann").AcceptGroupApplication(group.GroupID, "cid", "hi", Cancel));

        await chat.Told("cid", "OnJoinedGroupAdded");
        Holds(await chat.Told("ben", "OnGroupMemberAdded"), "\"userID\":\"cid\"");
        Assert.Equal(1, Count(chat, "cid", "OnGroupApplicationAccepted"));
        Assert.Equal(1, Count(chat, "ann", "OnGroupApplicationAccepted"));
        Assert.Equal(0, Count(chat, "ben", "OnGroupApplicationAdded"));
        Assert.Equal(
            1206, (await chat.Of("ann").RefuseGroupApplication(group.GroupID, "cid", "", Cancel)).Error?.Code);
    }

    [Fact]
    public async Task A_new_name_reaches_the_conversation_of_every_member()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var group = await Create(chat, "ann", "ben");
        await chat.Told("ben", "OnJoinedGroupAdded");
        await chat.Of("ann").SetGroupMemberInfo(
            new() { GroupID = group.GroupID, UserID = "ben", Nickname = "Benny" }, Cancel);
        Holds(await chat.Told("ben", "OnGroupMemberInfoChanged"), "Benny");

        await Changed(chat, group, "Orchestra");

        var row = (await chat.Of("ben").GetOneConversation(3, group.GroupID, Cancel)).Value!;
        Assert.Equal("Orchestra", row.ShowName);
        Assert.Equal(1, Count(chat, "ben", "OnGroupInfoChanged"));
    }

    [Fact]
    public async Task What_happened_while_a_member_was_away_is_told_as_it_came_out()
    {
        await using var chat = await Chat.StartAsync("ann", "ben", "cid");
        var group = await Create(chat, "ann", "ben");
        await chat.Told("ben", "OnJoinedGroupAdded");
        await Changed(chat, group, "first");
        await chat.Of("ben").Logout(Cancel);
        await chat.Of("ann").InviteUserToGroup(group.GroupID, "", ["cid"], Cancel);
        await chat.Of("ann").SetGroupMemberInfo(
            new() { GroupID = group.GroupID, UserID = "cid", RoleLevel = 60 }, Cancel);

        await LogInAgain(chat, "ben");

        Holds(await chat.Told("ben", "OnGroupMemberAdded"), "\"roleLevel\":60");
        Holds(await chat.Told("ben", "OnGroupInfoChanged"), "\"memberCount\":3");
        Assert.Equal(1, Count(chat, "ben", "OnGroupMemberAdded"));
    }

    [Fact]
    public async Task Who_was_taken_out_while_away_learns_it_with_his_next_login()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var group = await Create(chat, "ann", "ben");
        await chat.Told("ben", "OnJoinedGroupAdded");
        await chat.Of("ben").Logout(Cancel);
        await chat.Of("ann").KickGroupMember(group.GroupID, "", ["ben"], Cancel);

        await LogInAgain(chat, "ben");

        Holds(await chat.Told("ben", "OnJoinedGroupDeleted"), "\"groupName\":\"Team\"");
        Assert.Equal(1, Count(chat, "ben", "OnJoinedGroupDeleted"));
    }

    [Fact]
    public async Task A_message_about_the_group_shows_no_version_of_its_list()
    {
        await using var chat = await Chat.StartAsync("ann", "ben");
        var group = await Create(chat, "ann", "ben");
        await chat.Told("ben", "OnJoinedGroupAdded");

        var message = (await chat.History("ben", $"sg_{group.GroupID}")).MessageList![0];

        Assert.Equal(1501, message.ContentType);
        Assert.EndsWith("\"groupMemberVersion\":0,\"groupMemberVersionID\":\"\"}", message.NotificationElem!.Detail!,
            StringComparison.Ordinal);
    }

    internal static async Task<GroupInfo> Create(Chat chat, string owner, params string[] members)
    {
        var created = await chat.Of(owner).CreateGroup(
            new() { MemberUserIDs = members, GroupInfo = new() { GroupType = 2, GroupName = "Team" } }, Cancel);
        Assert.Null(created.Error);
        return created.Value!;
    }

    private static async Task LogInAgain(Chat chat, string userID) => Assert.Equal(
        Result.Ok, await chat.Of(userID).Login(await chat.Host.Token(userID), "c2", isReturn: false, Cancel));

    private static async Task Changed(Chat chat, GroupInfo group, string name)
    {
        Assert.Equal(
            Result.Ok, await chat.Of("ann").SetGroupInfo(new() { GroupID = group.GroupID, GroupName = name }, Cancel));
        Holds(await chat.Told("ben", "OnGroupInfoChanged"), $"\"groupName\":\"{name}\"");
    }

    private static void Holds(IReadOnlyList<string> told, string text) =>
        Assert.Contains(text, told[^1], StringComparison.Ordinal);
}
