using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.ChatSample;

/// <summary>
/// A user's session at the gateway: login, sending, and messages without a gap, over lost connections.
/// <list type="number">
/// <item>Every event ends with a cursor; the last one seen is kept.</item>
/// <item>A new connection logs in and asks Resume for everything after that cursor.</item>
/// <item>What arrives meanwhile waits, so that messages stay in order and none comes twice.</item>
/// </list>
/// </summary>
internal sealed class ChatClient : IAsyncDisposable
{
    private readonly string _userId;
    private readonly string _token;
    private readonly HubConnection _connection;
    private string? _cursor;
    private TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChatClient(Uri hub, string userId, string token)
    {
        _userId = userId;
        _token = token;
        _connection = new HubConnectionBuilder()
            .WithUrl(hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
            .WithAutomaticReconnect(new ReconnectPolicy())
            .Build();
        _connection.On<IReadOnlyList<MsgStruct>, string>(nameof(IOpenImClient.OnRecvNewMessages), OnRecvNewMessagesAsync);
        _connection.On<string>(nameof(IOpenImClient.OnKickedOffline), _ => StatusChanged?.Invoke("logged in elsewhere"));
        _connection.Reconnecting += OnReconnecting;
        _connection.Reconnected += OnReconnectedAsync;
    }

    /// <summary>Each message once, in the session's order.</summary>
    public event Action<MsgStruct>? MessageReceived;

    /// <summary>What has become of the connection, in words.</summary>
    public event Action<string>? StatusChanged;

    public async Task LoginAsync()
    {
        await _connection.StartAsync();
        await _connection.InvokeAsync("Login", _userId, _token);
        _caughtUp.TrySetResult();
    }

    public Task LogoutAsync() => _connection.InvokeAsync("Logout");

    public async Task<MsgStruct> SendTextAsync(string recvId, string text)
    {
        var message = await _connection.InvokeAsync<MsgStruct>("CreateTextMessage", text);
        // recvID, groupID, offlinePushInfo, isOnlineOnly
        return await _connection.InvokeAsync<MsgStruct>("SendMessage", message, recvId, "", null, false);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task OnRecvNewMessagesAsync(IReadOnlyList<MsgStruct> messages, string cursor)
    {
        await _caughtUp.Task;
        if (_cursor is null || Cursor.IsAfter(cursor, _cursor))
        {
            Deliver(messages, cursor);
        }
    }

    private Task OnReconnecting(Exception? cause)
    {
        _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StatusChanged?.Invoke("connection lost, reconnecting");
        return Task.CompletedTask;
    }

    private async Task OnReconnectedAsync(string? connectionId)
    {
        for (var attempt = 0; _connection.State == HubConnectionState.Connected; attempt++)
        {
            try
            {
                await CatchUpAsync();
                StatusChanged?.Invoke("connected again");
                _caughtUp.TrySetResult();
                return;
            }
            catch (HubException e)
            {
                // The gateway is there but the session is not, for example because OpenIM is away.
                StatusChanged?.Invoke($"not logged in again yet: {e.Message}");
                await Task.Delay(ReconnectPolicy.Delay(attempt));
            }
        }
    }

    private async Task CatchUpAsync()
    {
        await _connection.InvokeAsync("Login", _userId, _token);
        if (_cursor is null)
        {
            return;
        }

        var missed = await _connection.InvokeAsync<Resumed>("Resume", _cursor);
        foreach (var missedEvent in missed.Events.Where(e => e.Name == nameof(IOpenImClient.OnRecvNewMessages)))
        {
            Deliver(missedEvent.Messages, missedEvent.Cursor);
        }

        _cursor = missed.Cursor;
        if (!missed.Continuous)
        {
            // A client with a screen reads its lists again here.
            StatusChanged?.Invoke("some messages were missed; they are in the history");
        }
    }

    private void Deliver(IReadOnlyList<MsgStruct> messages, string cursor)
    {
        _cursor = cursor;
        foreach (var message in messages)
        {
            MessageReceived?.Invoke(message);
        }
    }
}
