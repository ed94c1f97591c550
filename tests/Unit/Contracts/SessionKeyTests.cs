using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Contracts;

public sealed class SessionKeyTests
{
    [Theory]
    [InlineData("alice", Platform.Web, "alice Web")]
    [InlineData("a b", Platform.MiniWeb, "a b MiniWeb")]
    public void A_key_is_the_user_and_the_name_of_the_platform_and_reads_back(
        string userId, int platformId, string text)
    {
        var key = new SessionKey(userId, platformId);

        Assert.Equal(text, key.ToString());
        Assert.Equal(key, SessionKey.Parse(text));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("alice Toaster")]
    [InlineData("")]
    public void A_text_without_a_platform_is_no_key(string text) =>
        Assert.Throws<FormatException>(() => SessionKey.Parse(text));
}
