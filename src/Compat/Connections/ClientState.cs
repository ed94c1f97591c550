using System.Collections.Concurrent;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Compat.V3;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.Connections;

/// <summary>What a dialect has to remember of one client between its frames.</summary>
internal sealed class ClientState
{
    private volatile TaskCompletionSource? _loginUnderWay;
    private ConcurrentQueue<OwnCall>? _ownCalls;

    /// <summary>Whether this client's Login has succeeded.</summary>
    public bool LoggedIn { get; set; }

    /// <summary>Whether this client has asked for Logout.</summary>
    public bool LoggedOut { get; set; }

    /// <summary>
    /// Set from a Login to its outcome: what follows a Login waits for it. Clients ask for everything at once, and
    /// would be told that they are not logged in.
    /// </summary>
    public TaskCompletionSource? LoginUnderWay => _loginUnderWay;

    /// <summary>
    /// Why this client can never reach a session: its token, or what it said about itself, is no good.
    /// </summary>
    public OpenImError? Unusable { get; set; }

    /// <summary>
    /// v2: new messages come as one list (<c>batchMsg</c> 1 in the Login frame) instead of one by one.
    /// </summary>
    public bool BatchMessages { get; set; }

    /// <summary>v2: that a message was revoked is told by the event's first name, with the message's id only.</summary>
    public bool KnowsOldRevokeOnly { get; set; }

    /// <summary>v3: what the client knows of what it has read.</summary>
    public V3ToldReading ToldReading { get; } = new();

    /// <summary>v3: what the client knows of its groups.</summary>
    public V3ToldGroups ToldGroups { get; } = new();

    /// <summary>v2: what the client knows of its conversations.</summary>
    public V2ToldConversations ToldConversations { get; } = new();

    /// <summary>v2: what is answered to calls under way whose hub methods have no result, by invocation id.</summary>
    public ConcurrentDictionary<string, string> Outcomes { get; } = new(concurrencyLevel: 1, capacity: 0);

    /// <summary>
    /// Calls that the dialect makes on the client's behalf, next. There is a queue from the first of them on: it takes
    /// a kilobyte, and most v3 clients never need one.
    /// </summary>
    public ConcurrentQueue<OwnCall> OwnCalls => LazyInitializer.EnsureInitialized(ref _ownCalls, static () => new());

    /// <summary>v2: completes when the last call on behalf of a client that is gone has been answered.</summary>
    public TaskCompletionSource LastCallAnswered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A Login has arrived.</summary>
    public void BeginLogin() => _loginUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The Login has been answered.</summary>
    public void EndLogin(bool loggedIn)
    {
        LoggedIn = loggedIn;
        EndWaiting();
    }

    /// <summary>
    /// A request has been answered without asking the hub; if it was a Login, there is nothing to wait for.
    /// </summary>
    public void EndWaiting()
    {
        var login = _loginUnderWay;
        _loginUnderWay = null;
        login?.TrySetResult();
    }
}
