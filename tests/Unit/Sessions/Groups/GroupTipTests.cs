using OpenIM.SignalR.Sessions;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sessions.Groups;

public sealed class GroupTipTests
{
    [Fact]
    public void Who_came_and_went_again_is_not_told()
    {
        var merged = GroupTip.Merge([Entered("ben"), Entered("cid"), Left("ben")]);

        Assert.Equal(["cid"], Ids(merged.Entered));
        Assert.Empty(merged.Left);
        Assert.Empty(merged.Changed);
    }

    [Fact]
    public void Who_went_and_came_back_has_changed()
    {
        var merged = GroupTip.Merge([Left("ben"), Entered("ben", role: 20)]);

        Assert.Equal(20, Assert.Single(merged.Changed).RoleLevel);
        Assert.Empty(merged.Entered);
        Assert.Empty(merged.Left);
    }

    [Fact]
    public void Several_changes_of_one_member_are_the_last_one()
    {
        var merged = GroupTip.Merge([Changed("ben", 60), Changed("ben", 20), Changed("cid", 60)]);

        Assert.Equal(["ben", "cid"], Ids(merged.Changed));
        Assert.Equal([20, 60], merged.Changed.Select(member => member.RoleLevel));
        Assert.False(merged.IsGroupChanged);
    }

    [Fact]
    public void Who_came_and_was_changed_then_has_come_as_he_is_now()
    {
        var merged = GroupTip.Merge([Entered("ben", role: 20), Changed("ben", 60)]);

        Assert.Equal(60, Assert.Single(merged.Entered).RoleLevel);
        Assert.Empty(merged.Changed);
    }

    [Fact]
    public void The_group_and_the_version_are_the_last_ones()
    {
        var merged = GroupTip.Merge(
        [
            new(new() { GroupID = "g", GroupName = "old" }, new("v", 3)),
            new(new() { GroupID = "g", GroupName = "new" }, new("v", 4)),
        ]);

        Assert.Equal("new", merged.Group.GroupName);
        Assert.Equal(new VersionStamp("v", 4), merged.Stamp);
        Assert.True(merged.IsGroupChanged);
    }

    private static GroupTip Entered(string userID, int role = 20) =>
        Tip() with { Entered = [Member(userID, role)] };

    private static GroupTip Left(string userID) => Tip() with { Left = [Member(userID, 20)] };

    private static GroupTip Changed(string userID, int role) =>
        Tip() with { Changed = [Member(userID, role)], IsGroupChanged = false };

    private static GroupTip Tip() => new(new() { GroupID = "g" }, null);

    private static GroupMemberFullInfo Member(string userID, int role) =>
        new() { GroupID = "g", UserID = userID, RoleLevel = role };

    private static IEnumerable<string> Ids(IEnumerable<GroupMemberFullInfo> members) =>
        members.Select(member => member.UserID);
}
