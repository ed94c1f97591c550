using System.Collections.Concurrent;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>What would have gone to the connections of each user, in order.</summary>
internal sealed class RecordedPushes : IPushTarget
{
    private readonly ConcurrentDictionary<string, List<(string ConversationID, MsgData Message)>> _byUser = new();

    public void Push(IEnumerable<string> userIDs, GatewayFrame frame)
    {
        var push = PushMessages.Parser.ParseFrom(frame.Data);
        var (conversationID, messages) = push.Msgs.Concat(push.NotificationMsgs).Single();
        foreach (var userID in userIDs)
        {
            var pushes = _byUser.GetOrAdd(userID, static _ => []);
            lock (pushes)
                pushes.Add((conversationID, messages.Msgs.Single()));
        }
    }

    /// <summary>Everything that a user got since the last call.</summary>
    public List<(string ConversationID, MsgData Message)> Take(string userID) =>
        _byUser.TryRemove(userID, out var pushes) ? pushes : [];
}
