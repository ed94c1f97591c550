using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Cluster;

/// <summary>One connection of a user: a tab of a browser.</summary>
public sealed class Tab : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Those that a chat of two raises.
    private static readonly string[] EventNames =
    [
        "OnConnecting", "OnConnectSuccess", "OnConnectFailed", "OnKickedOffline", "OnUserTokenExpired", "OnUserTokenInvalid",
        "OnSyncServerStart", "OnSyncServerProgress", "OnSyncServerFinish", "OnSyncServerFailed",
        "OnNewConversation", "OnConversationChanged", "OnTotalUnreadMessageCountChanged", "OnConversationUserInputStatusChanged",
        "OnRecvNewMessages", "OnRecvOfflineNewMessages", "OnRecvOnlineOnlyMessage", "OnRecvC2CReadReceipt", "OnSelfInfoUpdated",
    ];

    private readonly HubConnection _connection;
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private Tab(Uri hub, string token)
    {
        _connection = new HubConnectionBuilder()
            .WithUrl(hub, http => http.AccessTokenProvider = () => Task.FromResult<string?>(token))
            .Build();
        foreach (var name in EventNames)
            _connection.On(name, PayloadTypes(name), (arguments, _) =>
            {
                _told.Enqueue(new Told(name, [.. arguments[..^1].Select(argument => (JsonElement)argument!)], Position.Of((JsonElement)arguments[^1]!)));
                _arrived.Release();
                return Task.CompletedTask;
            }, this);
    }

    /// <summary>Everything that the tab was told, in the order of arrival.</summary>
    public IReadOnlyList<Told> Events => [.. _told];

    /// <summary>The texts that came in, in order.</summary>
    public IEnumerable<string> Texts => Events
        .Where(e => e.Name is "OnRecvNewMessages")
        .SelectMany(e => e.Arguments[0].EnumerateArray())
        .Select(message => message.GetProperty("textElem").GetProperty("content").GetString()!);

    /// <summary>Connects to a node and logs in.</summary>
    public static async Task<Tab> OpenAsync(GatewayProcess node, string userID, string token, CancellationToken cancellationToken)
    {
        var tab = new Tab(node.Hub, token);
        await tab._connection.StartAsync(cancellationToken);
        await tab.CallAsync("Login", cancellationToken, userID, token);
        return tab;
    }

    public async Task<JsonElement> CallAsync(string function, CancellationToken cancellationToken, params object?[] arguments) =>
        await _connection.InvokeCoreAsync<JsonElement>(function, arguments, cancellationToken).WaitAsync(Limit, cancellationToken);

    public async Task SendTextAsync(string text, string recvID, CancellationToken cancellationToken)
    {
        var message = await CallAsync("CreateTextMessage", cancellationToken, text);
        await CallAsync("SendMessage", cancellationToken, message, recvID, "", null, false);
    }

    /// <summary>Waits until <paramref name="condition"/> holds; it is looked at again with every event.</summary>
    public async Task UntilAsync(Func<Tab, bool> condition, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        while (!condition(this))
        {
            try
            {
                await _arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Not within {Limit}. The tab was told: {string.Join(", ", Events)}", error);
            }
        }
    }

    /// <summary>Waits until the tab has everything that its session has told so far.</summary>
    public async Task UpToDateAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("Resume", cancellationToken, "none:0");
        var session = Position.Of(answer.GetProperty("cursor"));
        await UntilAsync(tab => tab.Events.Any(e => e.Position == session), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _arrived.Dispose();
    }

    private static Type[] PayloadTypes(string name)
    {
        var payload = name switch
        {
            "OnConnectFailed" => 2,
            "OnConnecting" or "OnConnectSuccess" or "OnKickedOffline" or "OnUserTokenExpired" => 0,
            _ => 1,
        };
        return [.. Enumerable.Repeat(typeof(JsonElement), payload + 1)];
    }
}

/// <summary>One event as it arrived.</summary>
public sealed record Told(string Name, IReadOnlyList<JsonElement> Arguments, Position Position)
{
    public override string ToString() => $"{Name} {Position}";
}

/// <summary>A cursor.</summary>
public readonly record struct Position(string Epoch, long Offset)
{
    public static Position Of(JsonElement cursor)
    {
        var parts = cursor.GetString()!.Split(':');
        return new Position(parts[0], long.Parse(parts[1]));
    }

    public override string ToString() => $"{Epoch}:{Offset}";
}
