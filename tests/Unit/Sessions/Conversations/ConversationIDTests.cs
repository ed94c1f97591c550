using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Sessions.Conversations;

public sealed class ConversationIDTests
{
    [Theory]
    [InlineData(SessionType.Single, "ben", "si_ann_ben")]
    [InlineData(SessionType.Single, "aaa", "si_aaa_ann")]
    [InlineData(SessionType.Single, "Zed", "si_Zed_ann")]
    [InlineData(SessionType.Single, "ann", "si_ann_ann")]
    [InlineData(SessionType.WriteGroup, "123", "g_123")]
    [InlineData(SessionType.Group, "123", "sg_123")]
    [InlineData(SessionType.Notification, "ben", "sn_ann_ben")]
    [InlineData(9, "ben", "")]
    public void An_id_names_the_kind_and_both_users_in_byte_order_or_the_group(
        int sessionType, string sourceID, string expected) =>
        Assert.Equal(expected, ConversationID.Of(sessionType, "ann", sourceID));
}
