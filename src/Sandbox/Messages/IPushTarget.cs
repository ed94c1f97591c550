using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Where pushes go: the connections of the message gateway.</summary>
internal interface IPushTarget
{
    /// <summary>
    /// Queues a frame for every connection of these users, in the order of the calls, and encodes it once; users who
    /// are not online are passed over. It does not wait.
    /// </summary>
    void Push(IEnumerable<string> userIDs, GatewayFrame frame);
}
