using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

/// <summary>The events of some sessions on their way, in order.</summary>
internal sealed class EventLane(IHubClients groups, int backlogBytes, GatewayMetrics metrics, ILogger logger)
{
    /// <summary>How many events of all of a lane's sessions may be on their way.</summary>
    private const int Capacity = 16 * 1024;

    /// <summary>What an event costs besides its JSON.</summary>
    private const int Overhead = 256;

    private readonly Channel<Item> _queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Dictionary<string, Backlog> _backlogs = [];
    private int _underWay;
    private bool _failing;

    /// <summary>Takes the event, or drops it when the session's connections or the lane are behind. Never waits, never throws.</summary>
    public void Post(string sessionKey, SessionEvent sessionEvent)
    {
        var bytes = Overhead;
        foreach (var argument in sessionEvent.Arguments)
            bytes += argument.Utf8.Length;
        if (TryCharge(sessionKey, bytes))
            _queue.Writer.TryWrite(new Item(sessionKey, sessionEvent, bytes));
        else
            metrics.EventDropped();
    }

    /// <summary>Starts the sends, one after the other, until the gateway stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var item in _queue.Reader.ReadAllAsync(stopping))
                Start(item);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The gateway stops, and with it the connections.
        }
    }

    private void Start(in Item item)
    {
        Task send;
        try
        {
            send = groups.Group(item.SessionKey).SendCoreAsync(item.Event.Name, item.Event.ArgumentsWithCursor());
        }
        catch (Exception error)
        {
            send = Task.FromException(error);
        }
        if (send.IsCompletedSuccessfully)
            Settle(item);
        else
            _ = SettleLater(send, item);
    }

    private async Task SettleLater(Task send, Item item)
    {
        try
        {
            await send;
        }
        catch (Exception error)
        {
            metrics.EventDropped();
            if (!Interlocked.Exchange(ref _failing, true))
                EventLaneLog.Failing(logger, error);
            Discharge(item);
            return;
        }
        Settle(item);
    }

    private void Settle(in Item item)
    {
        metrics.EventSent();
        if (Volatile.Read(ref _failing) && Interlocked.Exchange(ref _failing, false))
            EventLaneLog.Recovered(logger);
        Discharge(item);
    }

    private bool TryCharge(string sessionKey, int bytes)
    {
        lock (_backlogs)
        {
            if (!_backlogs.TryGetValue(sessionKey, out var backlog))
                _backlogs.Add(sessionKey, backlog = new Backlog());
            // An event that is larger than the limit may go alone.
            if (_underWay < Capacity && (backlog.Bytes == 0 || backlog.Bytes + bytes <= backlogBytes))
            {
                backlog.Bytes += bytes;
                _underWay++;
                return true;
            }
            if (backlog.Bytes == 0)
                _backlogs.Remove(sessionKey);
            if (backlog.IsDropping)
                return false;
            backlog.IsDropping = true;
        }
        EventLaneLog.Dropping(logger, sessionKey);
        return false;
    }

    private void Discharge(in Item item)
    {
        lock (_backlogs)
        {
            _underWay--;
            var backlog = _backlogs[item.SessionKey];
            backlog.Bytes -= item.Bytes;
            if (backlog.Bytes == 0)
                _backlogs.Remove(item.SessionKey);
        }
    }

    private readonly record struct Item(string SessionKey, SessionEvent Event, int Bytes);

    /// <summary>What a session has on its way. A session without anything has none.</summary>
    private sealed class Backlog
    {
        public int Bytes { get; set; }

        /// <summary>Whether events were dropped since the session had nothing on its way, so that it is said once.</summary>
        public bool IsDropping { get; set; }
    }
}
