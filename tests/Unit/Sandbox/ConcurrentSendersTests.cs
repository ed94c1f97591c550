using CsCheck;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class ConcurrentSendersTests
{
    private const int Senders = 8;

    /// <summary>
    /// Eight tasks write to few conversations at once, some stored, some not. Whatever the interleaving: the seqs of
    /// every conversation are 1, 2, 3 …, each once, and everybody gets them in that order.
    /// </summary>
    [Fact]
    public async Task Seqs_are_contiguous_and_pushed_in_order_whoever_writes_at_once()
    {
        var isStored = Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)));
        var senders = Gen.Select(Gen.Int[0, 2], isStored).Array[50].Array[Senders];
        await senders.SampleAsync(async scripts =>
        {
            using var fixture = new MessagingFixture();
            string[] users = ["alice", "bob", "carol"];
            await Task.WhenAll(scripts.Select((script, sender) => Task.Run(() =>
            {
                foreach (var (to, keeps) in script)
                {
                    var message = MessagingFixture.Text(users[sender % users.Length], users[to]);
                    if (!keeps)
                        message.Options[MessageOption.History] = false;
                    Assert.Null(fixture.Send(message));
                }
            })));

            var stored = 0L;
            foreach (var user in users)
            {
                foreach (var conversation in fixture.Pushes.Take(user).GroupBy(push => push.ConversationID))
                {
                    var seqs = conversation.Select(push => push.Message.Seq).Where(seq => seq > 0).ToList();
                    Assert.Equal(Enumerable.Range(1, seqs.Count).Select(seq => (long)seq), seqs);
                    var log = fixture.Get<MessageLogs>().Find(conversation.Key);
                    Assert.Equal(seqs.Count, log?.MaxSeq ?? 0);
                    // A chat of two is seen by two.
                    stored += conversation.Key == ConversationID.OfSingleChat(user, user) ? 2 * seqs.Count : seqs.Count;
                }
            }
            Assert.Equal(2 * scripts.Sum(script => script.Count(step => step.Item2)), stored);
        }, iter: 20);
    }
}
