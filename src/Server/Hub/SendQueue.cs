namespace OpenIM.SignalR.Server;

/// <summary>
/// Hands a connection's messages to its session one at a time per conversation, in the order in which the connection sent them.
/// SignalR starts calls in that order, but between silos Orleans does not keep it: each message that arrives becomes a work
/// item of the thread pool. The session sends one message of a conversation at a time in any case, so little is lost by waiting here.
/// No longer than the number of calls that a connection may have under way.
/// </summary>
internal sealed class SendQueue
{
    private readonly Dictionary<string, Task> _last = [];

    /// <summary>Runs <paramref name="send"/> when the conversation's sends before it have ended, however they did.</summary>
    public async Task<T> Run<T>(string conversation, Func<Task<T>> send)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before;
        lock (_last)
        {
            _last.TryGetValue(conversation, out before);
            _last[conversation] = end.Task;
        }
        try
        {
            if (before is not null)
                await before;
            return await send();
        }
        finally
        {
            lock (_last)
                if (_last[conversation] == end.Task)
                    _last.Remove(conversation);
            end.SetResult();
        }
    }
}
