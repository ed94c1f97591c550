using System.Text;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What is going on, for the pages that watch. Without a page nothing is made and nothing is kept. Whoever tells
/// something holds locks, so it is never waited for: a slow page loses entries and is told how many.
/// </summary>
internal sealed class MessageFlow(TimeProvider time)
{
    /// <summary>How much of a content the page gets, in bytes.</summary>
    public const int MaxContentBytes = 4096;

    /// <summary>Each one costs up to 1,024 entries of memory.</summary>
    private const int MaxWatchers = 16;

    private readonly Lock _lock = new();
    private volatile FlowWatcher[] _watchers = [];

    /// <summary>Whether there is anybody to tell something.</summary>
    public bool IsWatched => _watchers.Length > 0;

    /// <summary>A new watcher, or null when there are too many.</summary>
    public FlowWatcher? Watch()
    {
        lock (_lock)
        {
            if (_watchers.Length >= MaxWatchers)
                return null;
            var watcher = new FlowWatcher();
            _watchers = [.. _watchers, watcher];
            return watcher;
        }
    }

    public void Forget(FlowWatcher watcher)
    {
        lock (_lock)
            _watchers = Array.FindAll(_watchers, other => other != watcher);
    }

    /// <summary>Tells of a message that is on its way to its receivers.</summary>
    public void Tell(string conversationID, MsgData message, string operationID)
    {
        if (IsWatched)
            Tell(ViewOf(conversationID, message, operationID));
    }

    /// <summary>Tells of a connection that came or went.</summary>
    public void Tell(GatewayConnection connection, bool isOpen)
    {
        if (IsWatched)
            Tell(new FlowConnection(
                connection.UserID,
                Platforms.NameOf(connection.PlatformID),
                isOpen,
                time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>A message as the page shows it.</summary>
    public static FlowMessage ViewOf(string conversationID, MsgData message, string operationID)
    {
        var content = message.Content.Span;
        return new FlowMessage(
            conversationID,
            message.Seq,
            message.SendID,
            message.GroupID.Length > 0 ? message.GroupID : message.RecvID,
            message.ContentType,
            Encoding.UTF8.GetString(content[..Math.Min(content.Length, MaxContentBytes)]),
            content.Length,
            message.SendTime,
            message.Status,
            operationID);
    }

    private void Tell(object entry)
    {
        foreach (var watcher in _watchers)
            watcher.Tell(entry);
    }
}
