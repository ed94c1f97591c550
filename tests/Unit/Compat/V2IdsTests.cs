using OpenIM.SignalR.Compat.V2;

namespace OpenIM.SignalR.Unit.Compat;

public sealed class V2IdsTests
{
    [Theory]
    [InlineData("single_bob", "si_bob_mia")]
    [InlineData("single_zoe", "si_mia_zoe")]
    [InlineData("single_with_underscores", "si_mia_with_underscores")]
    [InlineData("super_group_7", "sg_7")]
    [InlineData("notification_admin", "sn_admin_mia")]
    [InlineData("notification_system", "sn_mia_system")]
    public void An_id_of_v2_is_the_server_s_and_comes_back(string v2, string server)
    {
        Assert.Equal(server, V2Ids.ToV38(v2, "mia"));
        Assert.Equal(v2, V2Ids.ToV2(server, "mia"));
    }

    [Fact]
    public void A_group_of_v2_is_a_working_group_and_what_is_no_id_stays_as_it_is()
    {
        Assert.Equal("sg_7", V2Ids.ToV38("group_7", "mia"));
        Assert.Equal("nonsense", V2Ids.ToV38("nonsense", "mia"));
        Assert.Equal("nonsense", V2Ids.ToV2("nonsense", "mia"));
    }
}
