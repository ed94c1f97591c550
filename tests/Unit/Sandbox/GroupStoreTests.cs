using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class GroupStoreTests
{
    private static readonly string[] Users = ["a", "b", "c", "d", "e", "f"];

    private enum Operation
    {
        Add,
        Remove,
        SetRole,
        Transfer,
        ChangeGroup,
    }

    /// <summary>
    /// Random changes of one group against a list: who is in it, in which roles and order, and what each version line
    /// says to one who has read it at any earlier time.
    /// </summary>
    [Fact]
    public void Any_history_of_a_group_leaves_what_a_simple_model_says()
    {
        var step = Gen.Select(Gen.Enum<Operation>(), Gen.Int[0, Users.Length - 1], Gen.Int[0, Users.Length - 1]);
        step.List[0, 60].Sample(history =>
        {
            var store = NewStore();
            List<(string UserID, int Role)> model = [("a", GroupRole.Owner)];
            var version = Create(store, "team", "a");
            Dictionary<string, ElementChange> newer = [];
            var begin = version;
            foreach (var (operation, i, j) in history)
            {
                var (changed, order) = Apply(operation, Users[i], Users[j], model, newer);
                var result = Apply(operation, Users[i], Users[j], store);
                Assert.Equal(changed, result is not null);
                if (result is { } stamp)
                {
                    Assert.Equal(version.Version + 1, stamp.Version);
                    version = stamp;
                    var told = store.MemberLine("team").Since(begin.ID, stamp.Version - 1);
                    Assert.Equal(order ? version.Version : 0, told.OrderVersion);
                }
                AssertSame(store, model);
            }
            var changes = store.MemberLine("team").Since(begin.ID, begin.Version);
            Assert.Equal(Of(ElementChange.Insert), changes.Inserted.Order());
            Assert.Equal(Of(ElementChange.Update), changes.Updated.Order());
            Assert.Equal(Of(ElementChange.Delete), changes.Deleted.Order());

            IEnumerable<string> Of(ElementChange change) =>
                newer.Where(entry => entry.Value == change).Select(entry => entry.Key).Order();
        }, iter: 500);
    }

    [Fact]
    public async Task Of_many_who_bring_the_same_users_in_at_once_one_succeeds()
    {
        var store = NewStore();
        Create(store, "team", "a");
        string[] userIDs = [.. Enumerable.Range(0, 50).Select(i => $"user{i}")];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            userIDs.Count(userID => store.TryAddMembers("team", [Member("team", userID)]) is not null))));

        Assert.Equal(userIDs.Length, results.Sum());
        Assert.Equal(userIDs.Length + 1, store.MemberIDs("team").Count);
        Assert.Equal((ulong)userIDs.Length + 1, store.MemberLine("team").Current.Version);
        Assert.All(userIDs, userID => Assert.Equal(1ul, store.JoinedLine(userID).Current.Version));
    }

    [Fact]
    public async Task While_members_come_and_go_there_is_one_owner_and_a_count_that_fits()
    {
        var store = NewStore();
        Create(store, "team", "a");
        using var ended = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!ended.IsCancellationRequested)
            {
                var members = store.MembersOf("team");
                Assert.Single(members, member => member.RoleLevel == GroupRole.Owner);
                Assert.Equal(members.OrderByDescending(member => member.RoleLevel), members);
                Assert.NotEqual("", store.Find("team")!.OwnerUserID);
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Users.Select(userID => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                store.TryAddMembers("team", [Member("team", userID)]);
                store.TransferOwner("team", store.Find("team")!.OwnerUserID, userID);
                store.RemoveMembers("team", [userID]);
            }
        })));
        await ended.CancelAsync();
        await reader;
    }

    [Fact]
    public void What_each_message_to_a_large_group_asks_for_is_computed_once()
    {
        var store = NewStore();
        Create(store, "team", [.. Enumerable.Range(0, 5000).Select(i => $"user{i}")]);

        Assert.Same(store.MemberIDs("team"), store.MemberIDs("team"));
        Assert.Same(store.Find("team"), store.Find("team"));
        var before = store.MemberIDs("team");
        store.RemoveMembers("team", ["user7"]);
        Assert.Equal(4999, store.MemberIDs("team").Count);
        Assert.Equal(5000, before.Count);
    }

    [Fact]
    public void Groups_members_and_requests_are_the_same_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("openim-signalr-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "sandbox.db");
            List<string> before;
            using (var file = new RecordsInFile(path))
            {
                var store = NewStore(file.Records);
                Create(store, "team", "a", "b", "c", "d");
                Create(store, "other/team", "b", "a");
                store.RemoveMembers("team", ["b"]);
                store.TryAddMembers("team", [Member("team", "b"), Member("team", "e")]);
                store.TransferOwner("team", "a", "e");
                store.Update("other/team", group => group.Status = GroupStatus.Dismissed);
                store.RemoveAllMembers("other/team");
                new GroupRequestStore(file.Records).Put(new GroupRequest
                {
                    UserInfo = new PublicUserInfo { UserID = "f" },
                    GroupInfo = new GroupInfo { GroupID = "team" },
                    ReqMsg = "let me in",
                });
                before = Everything(store);
            }
            using (var file = new RecordsInFile(path))
            {
                Assert.Equal(before, Everything(NewStore(file.Records)));
                Assert.Equal("let me in", new GroupRequestStore(file.Records).Find("team", "f")?.ReqMsg);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_was_hidden_from_a_newcomer_stays_hidden_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("openim-signalr-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "sandbox.db");
            using (var file = new RecordsInFile(path))
            {
                var log = new MessageLogs(file.Records).Of("sg_team");
                log.Append(MessagingFixture.GroupText("alice", "team"), now: 1, static (_, _) => { });
                log.HideEarlier("bob");
            }
            using (var file = new RecordsInFile(path))
            {
                var log = new MessageLogs(file.Records).Of("sg_team");
                Assert.Equal(new SeqBounds(2, 1), log.BoundsOf("bob", newest: 0));
                Assert.Equal(new SeqBounds(0, 1), log.BoundsOf("alice", newest: 0));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Everything(GroupStore store) =>
    [
        .. store.Where(static _ => true).Select(group => group.ToString()),
        .. store.MembersOf("team").Select(member => member.ToString()),
        .. store.JoinedGroups("a").Select(group => group.ToString()),
    ];

    private static (bool Changed, bool Order) Apply(
        Operation operation,
        string userID,
        string other,
        List<(string UserID, int Role)> model,
        Dictionary<string, ElementChange> newer)
    {
        var index = model.FindIndex(member => member.UserID == userID);
        var otherIndex = model.FindIndex(member => member.UserID == other);
        switch (operation)
        {
            case Operation.Add when index < 0:
                model.Add((userID, GroupRole.Member));
                newer[userID] = ElementChange.Insert;
                return (true, false);
            case Operation.Remove when index >= 0 && model[index].Role != GroupRole.Owner:
                model.RemoveAt(index);
                newer[userID] = ElementChange.Delete;
                return (true, false);
            case Operation.SetRole when index >= 0 && model[index].Role != GroupRole.Owner:
                var isOther = model[index].Role != GroupRole.Admin;
                model[index] = (userID, GroupRole.Admin);
                newer[userID] = ElementChange.Update;
                return (true, isOther);
            case Operation.Transfer when index >= 0 && otherIndex >= 0 && index != otherIndex
                && model[index].Role == GroupRole.Owner:
                (model[index], model[otherIndex]) =
                    ((userID, model[otherIndex].Role), (other, GroupRole.Owner));
                newer[userID] = newer[other] = ElementChange.Update;
                return (true, true);
            case Operation.ChangeGroup:
                newer[GroupStore.GroupElement] = ElementChange.Update;
                return (true, false);
            default:
                return (false, false);
        }
    }

    private static VersionStamp? Apply(Operation operation, string userID, string other, GroupStore store) =>
        operation switch
        {
            Operation.Add => store.TryAddMembers("team", [Member("team", userID)]),
            Operation.Remove => store.RemoveMembers("team", [userID]),
            Operation.SetRole => store.FindMember("team", userID) is { RoleLevel: not GroupRole.Owner }
                ? store.UpdateMembers("team", [userID], member => member.RoleLevel = GroupRole.Admin)
                : null,
            Operation.Transfer => store.TransferOwner("team", userID, other),
            _ => store.Update("team", group => group.GroupName = other),
        };

    private static void AssertSame(GroupStore store, List<(string UserID, int Role)> model)
    {
        var inOrder = model.OrderByDescending(member => member.Role).ToList();
        Assert.Equal(inOrder, store.MembersOf("team").Select(member => (member.UserID, member.RoleLevel)));
        Assert.Equal(inOrder.Select(member => member.UserID), store.MemberIDs("team"));
        var group = store.Find("team")!;
        Assert.Equal((inOrder[0].UserID, (uint)model.Count), (group.OwnerUserID, group.MemberCount));
        foreach (var userID in Users)
            Assert.Equal(
                model.Exists(member => member.UserID == userID), store.JoinedGroups(userID).Count == 1);
    }

    private static GroupStore NewStore(IRecordStore? records = null)
    {
        records ??= new MemoryRecords();
        return new GroupStore(records, new VersionLogs(records, new FakeTimeProvider()));
    }

    private static VersionStamp Create(GroupStore store, string groupID, params string[] userIDs) => store.TryCreate(
        new GroupInfo { GroupID = groupID },
        [
            .. userIDs.Select((userID, i) =>
            {
                var member = Member(groupID, userID);
                member.RoleLevel = i == 0 ? GroupRole.Owner : GroupRole.Member;
                return member;
            }),
        ])!.Value;

    private static GroupMemberFullInfo Member(string groupID, string userID) =>
        new() { GroupID = groupID, UserID = userID, RoleLevel = GroupRole.Member };
}
