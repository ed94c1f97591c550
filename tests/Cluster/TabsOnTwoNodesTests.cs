namespace OpenIM.SignalR.Cluster;

public sealed class TabsOnTwoNodesTests(TwoNodes nodes)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_event_reaches_both_tabs_of_an_account_once_wherever_the_partner_is(bool partnerOnFirst)
    {
        var (alice, bob) = (await nodes.Users.RegisterAsync("alice", Cancel), await nodes.Users.RegisterAsync("bob", Cancel));
        var (aliceToken, bobToken) = (await nodes.Users.TokenAsync(alice, Cancel), await nodes.Users.TokenAsync(bob, Cancel));
        await using var left = await Tab.OpenAsync(nodes.First, alice, aliceToken, Cancel);
        await using var right = await Tab.OpenAsync(nodes.Second, alice, aliceToken, Cancel);
        await using var partner = await Tab.OpenAsync(partnerOnFirst ? nodes.First : nodes.Second, bob, bobToken, Cancel);
        await left.UntilAsync(tab => tab.Events.Any(e => e.Name == "OnSyncServerFinish"), Cancel);
        var texts = Enumerable.Range(1, 40).Select(n => $"message {n}").ToList();

        foreach (var text in texts)
            await partner.SendTextAsync(text, alice, Cancel);
        await left.SendTextAsync("an answer", bob, Cancel);
        await right.SendTextAsync("another one", bob, Cancel);

        await left.UntilAsync(tab => tab.Texts.Contains(texts[^1]), Cancel);
        await left.UpToDateAsync(Cancel);
        await right.UpToDateAsync(Cancel);
        await partner.UntilAsync(tab => tab.Texts.Count() == 2, Cancel);
        Assert.Equal(texts, left.Texts);
        Assert.Equal(texts, right.Texts);
        Assert.Equal(["an answer", "another one"], partner.Texts);
        AssertGapless(left);
        AssertGapless(right);
        Assert.Equal(left.Events[^1].Position, right.Events[^1].Position);
    }

    [Fact]
    public async Task Messages_sent_without_waiting_arrive_in_the_order_of_sending_although_the_session_is_on_the_other_node()
    {
        var (alice, bob) = (await nodes.Users.RegisterAsync("alice", Cancel), await nodes.Users.RegisterAsync("bob", Cancel));
        var (aliceToken, bobToken) = (await nodes.Users.TokenAsync(alice, Cancel), await nodes.Users.TokenAsync(bob, Cancel));
        await using var keeper = await Tab.OpenAsync(nodes.First, alice, aliceToken, Cancel);
        await using var sender = await Tab.OpenAsync(nodes.Second, alice, aliceToken, Cancel);
        await using var receiver = await Tab.OpenAsync(nodes.First, bob, bobToken, Cancel);
        await receiver.UntilAsync(tab => tab.Events.Any(e => e.Name == "OnSyncServerFinish"), Cancel);
        var texts = Enumerable.Range(1, 100).Select(n => $"message {n}").ToList();
        var messages = await Task.WhenAll(texts.Select(text => sender.CallAsync("CreateTextMessage", Cancel, text)));

        await Task.WhenAll(messages.Select(message => sender.CallAsync("SendMessage", Cancel, message, bob, "", null, false)));

        await receiver.UntilAsync(tab => tab.Texts.Count() >= texts.Count, Cancel);
        Assert.Equal(texts, receiver.Texts);
    }

    [Fact]
    public async Task A_logout_at_one_node_is_seen_at_the_other()
    {
        var alice = await nodes.Users.RegisterAsync("alice", Cancel);
        var token = await nodes.Users.TokenAsync(alice, Cancel);
        await using var left = await Tab.OpenAsync(nodes.First, alice, token, Cancel);
        await using var right = await Tab.OpenAsync(nodes.Second, alice, token, Cancel);

        await left.CallAsync("Logout", Cancel);

        Assert.Equal(1, (await right.CallAsync("GetLoginStatus", Cancel)).GetInt32());
    }

    /// <summary>Offsets of one epoch, each one more than the one before: nothing lost, nothing twice, nothing out of order.</summary>
    private static void AssertGapless(Tab tab)
    {
        var positions = tab.Events.Select(e => e.Position).ToList();
        Assert.Single(positions.Select(position => position.Epoch).Distinct());
        Assert.Equal(
            Enumerable.Range(0, positions.Count).Select(i => positions[0].Offset + i),
            positions.Select(position => position.Offset));
    }
}
