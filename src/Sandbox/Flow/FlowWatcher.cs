using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace OpenIM.SignalR.Sandbox;

/// <summary>One page that watches: the entries that wait for it, and how many it has lost.</summary>
internal sealed class FlowWatcher
{
    private const int MaxEntries = 1024;

    private readonly Channel<object> _entries = Channel.CreateBounded<object>(new BoundedChannelOptions(MaxEntries)
    {
        SingleReader = true,
    });

    private readonly Lock _lock = new();
    private long _lost;

    /// <summary>Puts an entry behind those that wait, or counts it as lost. It does not wait.</summary>
    public void Tell(object entry)
    {
        lock (_lock)
        {
            // Where entries are missing, their number stands in their place.
            if (_lost > 0 && _entries.Writer.TryWrite(new FlowLoss(_lost)))
                _lost = 0;
            if (_lost > 0 || !_entries.Writer.TryWrite(entry))
                _lost++;
        }
    }

    /// <summary>The entries, each as an event named for what it is, until nobody wants more.</summary>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The head of the answer goes out with the first event: the page is to know at once that it is connected.
        yield return ItemOf(new FlowLoss(0));
        while (await _entries.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_entries.Reader.TryRead(out var entry))
                yield return ItemOf(entry);
            if (TakeLost() is var lost and > 0)
                yield return ItemOf(new FlowLoss(lost));
        }
    }

    private static SseItem<object> ItemOf(object entry) => new(entry, entry switch
    {
        FlowMessage => "message",
        FlowConnection => "connection",
        _ => "lost",
    });

    /// <summary>What was lost behind all that waited; nothing while there is something to read.</summary>
    private long TakeLost()
    {
        lock (_lock)
        {
            if (_entries.Reader.Count > 0)
                return 0;
            var lost = _lost;
            _lost = 0;
            return lost;
        }
    }
}
