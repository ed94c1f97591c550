using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>What a dialect has to remember of one client between its frames.</summary>
internal sealed class ClientState
{
    /// <summary>Whether this client's Login has succeeded.</summary>
    public bool LoggedIn { get; set; }

    /// <summary>Whether this client has asked for Logout.</summary>
    public bool LoggedOut { get; set; }

    /// <summary>Set from a Login to its outcome.</summary>
    public TaskCompletionSource? LoginUnderWay { get; private set; }

    /// <summary>Why this client can never reach a session: its token, or what it said about itself, is no good.</summary>
    public OpenImError? Unusable { get; set; }

    /// <summary>v2: new messages come as one list (<c>batchMsg</c> 1 in the Login frame) instead of one by one.</summary>
    public bool BatchMessages { get; set; }

    /// <summary>v2: what the client knows of its conversations.</summary>
    public V2ToldConversations ToldConversations { get; } = new();

    /// <summary>v2: a call that the dialect makes on the client's behalf, next.</summary>
    public string? OwnCall { get; set; }

    public void BeginLogin() => LoginUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void EndLogin(bool loggedIn)
    {
        LoggedIn = loggedIn;
        LoginUnderWay?.TrySetResult();
        LoginUnderWay = null;
    }
}
