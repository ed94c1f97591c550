using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Puts own messages that the server does not list (being sent, failed, not echoed yet) into a page of history, by
/// time, so that a client that opens the conversation anew sees them where they belong.
/// </summary>
internal static class UnlistedMessages
{
    /// <param name="page">Oldest first.</param>
    /// <param name="unlisted">In any order.</param>
    /// <param name="after">Only what is newer belongs here, unless the page is the end on that side.</param>
    /// <param name="before">Only what is older belongs here.</param>
    public static List<MsgStruct> Merge(List<MsgStruct> page, IEnumerable<MsgStruct> unlisted, long after, long before)
    {
        var fitting = unlisted.Where(message => message.SendTime > after && message.SendTime < before).ToList();
        if (fitting.Count == 0)
            return page;
        page.AddRange(fitting);
        // Stable: what the server gave keeps its order.
        return [.. page.OrderBy(static message => message.SendTime)];
    }
}
