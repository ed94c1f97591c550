namespace OpenIM.SignalR.Sandbox;

/// <summary>What became of a request to join a group (<c>handleResult</c>).</summary>
internal static class GroupRequestResult
{
    public const int Waiting = 0;
    public const int Accepted = 1;
    public const int Refused = -1;
}
