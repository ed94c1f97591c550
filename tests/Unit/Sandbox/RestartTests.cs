using System.Text.Json;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>A Sandbox with a file is filled, stopped and started again: whoever asks sees no difference.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly object FirstPage = new { pageNumber = 1, showNumber = 50 };

    private readonly string _folder = Directory.CreateTempSubdirectory("openim-signalr-test-").FullName;

    [Fact]
    public async Task Everything_that_was_done_reads_the_same_after_a_restart()
    {
        List<string> before;
        Filled filled;
        await using (var sandbox = await StartAsync())
        {
            filled = await FillAsync(sandbox);
            before = await ReadAsync(sandbox, filled);
        }

        await using var again = await StartAsync();
        Assert.Equal(before, await ReadAsync(again, filled));
    }

    [Fact]
    public async Task After_a_restart_versions_and_seqs_go_on_where_they_were()
    {
        Filled filled;
        await using (var sandbox = await StartAsync())
            filled = await FillAsync(sandbox);

        await using var again = await StartAsync();
        await SendAsync(again, "alice", "bob", "after the restart");
        var seqs = await again.PostAsync("/msg/newest_seq", new { userID = "bob" }, filled.Bob);
        Assert.Equal(
            filled.Messages + 1,
            seqs.GetProperty("data").GetProperty("maxSeqs").GetProperty("si_alice_bob").GetInt64());

        await Ok(again, "/friend/update_friends", filled.Alice, new
        {
            ownerUserID = "alice", friendUserIDs = new[] { "carol" }, remark = "Carol again",
        });
        var changes = (await again.PostAsync(
            "/friend/get_incremental_friends",
            new { userID = "alice", versionID = filled.FriendsVersionID, version = filled.FriendsVersion },
            filled.Alice)).GetProperty("data");
        Assert.False(changes.GetProperty("full").GetBoolean());
        var updated = Assert.Single(changes.GetProperty("update").EnumerateArray());
        Assert.Equal("Carol again", updated.GetProperty("remark").GetString());
    }

    [Fact]
    public async Task What_was_before_a_newcomer_stays_hidden_from_him_after_a_restart()
    {
        var options = new SandboxOptions { HistoryForNewMembers = false };
        string bob, groupID;
        await using (var sandbox = await StartAsync(options))
        {
            var alice = await sandbox.LoginAsync("alice");
            bob = await sandbox.LoginAsync("bob");
            var created = await sandbox.PostAsync("/group/create_group", new
            {
                ownerUserID = "alice",
                groupInfo = new { groupName = "Team", groupType = 2, needVerification = 2 },
            }, alice);
            groupID = created.GetProperty("data").GetProperty("groupInfo").GetProperty("groupID").GetString()!;
            // Invited, since one who joins by himself is the sender of the line about it, and so gets a position anyway.
            await Ok(sandbox, "/group/invite_user_to_group", alice, new
            {
                groupID, reason = "", invitedUserIDs = new[] { "bob" },
            });
        }

        await using var again = await StartAsync(options);
        var pulled = await again.PostAsync("/msg/pull_msg_by_seq", new
        {
            userID = "bob",
            seqRanges = new[] { new { conversationID = $"sg_{groupID}", begin = 1, end = 9, num = 9 } },
        }, bob);

        // Seq 1 says that the group was made, 2 that he came.
        var seen = pulled.GetProperty("data").GetProperty("msgs").GetProperty($"sg_{groupID}").GetProperty("Msgs");
        Assert.Equal(2, Assert.Single(seen.EnumerateArray()).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Who_changes_the_secret_takes_all_tokens_back()
    {
        string alice;
        await using (var sandbox = await StartAsync())
            alice = await sandbox.LoginAsync("alice");

        await using var again = await StartAsync(new SandboxOptions { Secret = "another" });

        var answer = await again.PostAsync("/user/get_users_info", new { userIDs = new[] { "alice" } }, alice);
        Assert.NotEqual(0, Code(answer));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_ends_the_start_with_its_reason()
    {
        await using var sandbox = await StartAsync();

        var error = await Assert.ThrowsAsync<IOException>(() => StartAsync());

        Assert.Contains("in use", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<RunningSandbox> StartAsync(SandboxOptions? options = null) => RunningSandbox.StartAsync(
        (options ?? new SandboxOptions()) with { File = Path.Combine(_folder, "sandbox.db") });

    private static async Task<Filled> FillAsync(RunningSandbox sandbox)
    {
        var admin = await sandbox.AdminAsync();
        var kicked = await sandbox.LoginAsync("alice");
        // Tokens of the same second are the same text.
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var alice = await sandbox.LoginAsync("alice");
        var bob = await sandbox.LoginAsync("bob");
        await sandbox.LoginAsync("carol");
        await sandbox.LoginAsync("dave");
        Assert.NotEqual(kicked, alice);

        await FillUsersAsync(sandbox, admin, alice);
        var (versionID, version) = await FillFriendsAsync(sandbox, admin, alice, bob);
        var groupID = await FillGroupsAsync(sandbox, alice, bob);
        var messages = await FillMessagesAsync(sandbox, alice, bob, groupID);
        return new Filled(alice, bob, kicked, groupID, messages, versionID, version);
    }

    private static async Task FillUsersAsync(RunningSandbox sandbox, string admin, string alice)
    {
        await Ok(sandbox, "/user/set_global_msg_recv_opt", alice, new { userID = "alice", globalRecvMsgOpt = 2 });
        await Ok(sandbox, "/user/add_notification_account", admin, new
        {
            userID = "news", nickName = "News", faceURL = "", appMangerLevel = 3,
        });
        await Ok(sandbox, "/user/set_user_client_config", admin, new
        {
            userID = "alice", configs = new { theme = "dark", size = "12" },
        });
        await Ok(sandbox, "/user/set_user_client_config", admin, new
        {
            userID = "alice", configs = new { theme = "light" },
        });
        foreach (var (uuid, value) in new[] { ("c1", "one"), ("c1", "two"), ("c2", "three") })
            await Ok(sandbox, "/user/process_user_command_add", alice, new { userID = "alice", type = 8, uuid, value });
        await Ok(sandbox, "/user/process_user_command_delete", alice, new { userID = "alice", type = 8, uuid = "c1" });
    }

    private static async Task<(string VersionID, ulong Version)> FillFriendsAsync(
        RunningSandbox sandbox, string admin, string alice, string bob)
    {
        await Ok(sandbox, "/friend/add_friend", alice, new { fromUserID = "alice", toUserID = "bob", reqMsg = "hi" });
        await Ok(sandbox, "/friend/add_friend_response", bob, new
        {
            fromUserID = "alice", toUserID = "bob", handleResult = 1, handleMsg = "welcome",
        });
        await Ok(sandbox, "/friend/add_friend", bob, new { fromUserID = "bob", toUserID = "dave", reqMsg = "open" });
        await Ok(sandbox, "/friend/import_friend", admin, new
        {
            ownerUserID = "alice", friendUserIDs = new[] { "carol", "dave" },
        });
        await Ok(sandbox, "/friend/update_friends", alice, new
        {
            ownerUserID = "alice", friendUserIDs = new[] { "carol" }, isPinned = true, remark = "Carol from work",
        });
        await Ok(sandbox, "/friend/delete_friend", alice, new { ownerUserID = "alice", friendUserID = "dave" });
        await Ok(sandbox, "/friend/add_black", alice, new
        {
            ownerUserID = "alice", blackUserID = "dave", ex = "noisy",
        });
        var line = (await sandbox.PostAsync(
            "/friend/get_incremental_friends", new { userID = "alice", versionID = "", version = 0 }, alice))
            .GetProperty("data");
        return (line.GetProperty("versionID").GetString()!, line.GetProperty("version").GetUInt64());
    }

    private static async Task<string> FillGroupsAsync(RunningSandbox sandbox, string alice, string bob)
    {
        var created = await sandbox.PostAsync("/group/create_group", new
        {
            ownerUserID = "alice",
            memberUserIDs = new[] { "bob", "carol" },
            adminUserIDs = Array.Empty<string>(),
            groupInfo = new { groupName = "Team", groupType = 2, needVerification = 1 },
        }, alice);
        Assert.Equal(0, Code(created));
        var groupID = created.GetProperty("data").GetProperty("groupInfo").GetProperty("groupID").GetString()!;
        await Ok(sandbox, "/group/kick_group", alice, new
        {
            groupID, kickedUserIDs = new[] { "carol" }, reason = "",
        });
        await Ok(sandbox, "/group/join_group", await sandbox.LoginAsync("erin"), new
        {
            groupID, reqMessage = "let me in", joinSource = 3, inviterUserID = "erin",
        });
        await Ok(sandbox, "/group/mute_group", alice, new { groupID });
        await Ok(sandbox, "/group/set_group_member_info", bob, new
        {
            members = new[] { new { groupID, userID = "bob", nickname = "Bobby" } },
        });
        return groupID;
    }

    /// <returns>How many messages the single chat has.</returns>
    private static async Task<long> FillMessagesAsync(
        RunningSandbox sandbox, string alice, string bob, string groupID)
    {
        // Seq 1 is the line that they are friends now.
        for (var i = 1; i <= 8; i++)
            await SendAsync(sandbox, i % 3 == 0 ? "bob" : "alice", i % 3 == 0 ? "alice" : "bob", $"message {i}");
        await SendAsync(sandbox, "alice", "carol", "soon cleared");
        const string chat = "si_alice_bob";
        await Ok(sandbox, "/msg/revoke_msg", alice, new { userID = "alice", conversationID = chat, seq = 5 });
        await Ok(sandbox, "/msg/delete_msgs", bob, new
        {
            userID = "bob", conversationID = chat, seqs = new[] { 6, 9 },
        });
        await Ok(sandbox, "/msg/delete_msgs", alice, new
        {
            userID = "alice", conversationID = chat, seqs = new[] { 7 }, deleteSyncOpt = new { isSyncOther = true },
        });
        await Ok(sandbox, "/msg/mark_conversation_as_read", bob, new
        {
            userID = "bob", conversationID = chat, hasReadSeq = 5, seqs = new[] { 8 },
        });
        await Ok(sandbox, "/msg/clear_conversation_msg", alice, new
        {
            userID = "alice", conversationIDs = new[] { "si_alice_carol" },
        });
        await Ok(sandbox, "/conversation/set_conversations", alice, new
        {
            userIDs = new[] { "alice" },
            conversation = new
            {
                conversationID = chat,
                conversationType = 1,
                userID = "bob",
                isPinned = true,
                recvMsgOpt = 2,
                ex = "mine",
            },
        });
        await Ok(sandbox, "/conversation/set_conversations", bob, new
        {
            userIDs = new[] { "bob" },
            conversation = new { conversationID = $"sg_{groupID}", conversationType = 3, groupID, recvMsgOpt = 1 },
        });
        return 9;
    }

    /// <summary>Everything that the users and the administrator can ask for.</summary>
    private static async Task<List<string>> ReadAsync(RunningSandbox sandbox, Filled filled)
    {
        var admin = await sandbox.AdminAsync();
        List<string> read = [];
        await Read("/user/get_users", admin, new { pagination = FirstPage });
        await Read("/user/search_notification_account", admin, new { keyword = "", pagination = FirstPage });
        await Read("/user/page_user_client_config", admin, new { pagination = FirstPage });
        await Read("/user/get_users_info", filled.Kicked, new { userIDs = new[] { "alice" } }, code: 1506);
        await Read("/user/process_user_command_get_all", filled.Alice, new { userID = "alice" });
        foreach (var (userID, token) in new[] { ("alice", filled.Alice), ("bob", filled.Bob) })
        {
            await ReadListsAsync(userID, token);
            await ReadMessagesAsync(userID, token);
        }
        return read;

        async Task ReadListsAsync(string userID, string token)
        {
            foreach (var path in new[]
            {
                "/friend/get_friend_list", "/friend/get_friend_apply_list", "/friend/get_self_friend_apply_list",
                "/friend/get_black_list",
            })
                await Read(path, token, new { userID, pagination = FirstPage });
            await Read("/group/get_joined_group_list", token, new { fromUserID = userID, pagination = FirstPage });
            await Read("/group/get_group_member_list", token, new { groupID = filled.GroupID, pagination = FirstPage });
            await Read(
                "/group/get_recv_group_applicationList", token, new { fromUserID = userID, pagination = FirstPage });
            await Read("/conversation/get_all_conversations", token, new { ownerUserID = userID });
            foreach (var path in new[]
            {
                "/friend/get_incremental_friends", "/group/get_incremental_join_groups",
                "/conversation/get_incremental_conversations",
            })
            {
                var line = (await Read(path, token, new { userID, versionID = "", version = 0 })).GetProperty("data");
                var versionID = line.GetProperty("versionID").GetString();
                for (ulong version = 1; version <= line.GetProperty("version").GetUInt64(); version++)
                    await Read(path, token, new { userID, versionID, version });
            }
        }

        async Task ReadMessagesAsync(string userID, string token)
        {
            await Read("/msg/get_conversations_has_read_and_max_seq", token, new { userID, returnPinned = true });
            var newest = await Read("/msg/newest_seq", token, new { userID });
            var ranges = newest.GetProperty("data").GetProperty("maxSeqs").EnumerateObject()
                .Select(line => new { conversationID = line.Name, begin = 1, end = 100, num = 100 });
            await Read("/msg/pull_msg_by_seq", token, new { userID, seqRanges = ranges, order = 0 });
        }

        async Task<JsonElement> Read(string path, string token, object request, int code = 0)
        {
            var answer = await sandbox.PostAsync(path, request, token);
            Assert.True(Code(answer) == code, $"{path}: {answer}");
            read.Add($"{path} {answer}");
            return answer;
        }
    }

    private static async Task SendAsync(RunningSandbox sandbox, string from, string to, string content) =>
        await Ok(sandbox, "/msg/send_msg", await sandbox.AdminAsync(), new
        {
            sendID = from,
            recvID = to,
            senderPlatformID = 1,
            contentType = 101,
            sessionType = 1,
            content = new { content },
        });

    private static async Task Ok(RunningSandbox sandbox, string path, string token, object request)
    {
        var answer = await sandbox.PostAsync(path, request, token);
        Assert.True(Code(answer) == 0, $"{path}: {answer}");
    }

    private static int Code(JsonElement answer) => answer.GetProperty("errCode").GetInt32();

    private sealed record Filled(
        string Alice,
        string Bob,
        string Kicked,
        string GroupID,
        long Messages,
        string FriendsVersionID,
        ulong FriendsVersion);
}
