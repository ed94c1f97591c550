using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>The numbers by which client and server compare their lists, as Go computes them.</summary>
public sealed class IDHashTests
{
    [Theory]
    [InlineData(0x0ul)]
    [InlineData(0xe53f04d1bcc1428dul, "a", "b")]
    [InlineData(0x79820d20577fad2bul, "<a>", "b&c", "ü")]
    public void A_list_has_the_number_that_Go_gives_it(ulong expected, params string[] ids) =>
        Assert.Equal(expected, IDHash.Of(ids));
}
