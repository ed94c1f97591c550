using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Groups;

public sealed class MemberVersionsTests
{
    private readonly MemberVersions _versions = new([]);

    [Theory]
    [InlineData(6, "Ignore")]
    [InlineData(7, "Ignore")]
    [InlineData(8, "Apply")]
    [InlineData(9, "Ask")]
    public void A_change_is_told_when_it_is_the_next_one(ulong told, string verdict)
    {
        _versions.Follow("g", new("life", 7));

        Assert.Equal(verdict, _versions.Judge("g", new("life", told)).ToString());
    }

    [Fact]
    public void A_group_that_was_not_followed_and_a_new_life_of_its_list_are_followed_from_here_on()
    {
        _versions.Follow("g", new("life", 7));

        Assert.Equal(MemberVersionVerdict.Apply, _versions.Judge("h", new("life", 3)));
        Assert.Equal(MemberVersionVerdict.Apply, _versions.Judge("g", new("next", 3)));
        Assert.Equal(MemberVersionVerdict.Apply, _versions.Judge("g", null));
    }

    [Fact]
    public void However_many_groups_there_are_a_bounded_number_is_followed_the_newest_among_them()
    {
        for (var i = 0; i < 1000; i++)
            _versions.Follow($"g{i}", new("life", 1));

        Assert.Equal(MemberVersions.Capacity, _versions.Groups.Count);
        Assert.NotNull(_versions.Of("g999"));
    }

    [Fact]
    public void What_is_left_is_not_followed()
    {
        _versions.Follow("g", new("life", 7));
        _versions.Forget("g");

        Assert.Null(_versions.Of("g"));
    }
}
