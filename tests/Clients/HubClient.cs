using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Clients;

/// <summary>The other side of the chats: a user on the SignalR hub.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly string _userId;
    private readonly string _token;
    private readonly Channel<ReceivedText> _messages = Channel.CreateBounded<ReceivedText>(100);

    public HubClient(Uri hub, string userId, string token)
    {
        _userId = userId;
        _token = token;
        _connection = new HubConnectionBuilder()
            .WithUrl(hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
            .Build();
        _connection.On<IReadOnlyList<MsgStruct>, string>(nameof(IOpenImClient.OnRecvNewMessages), (messages, _) =>
        {
            foreach (var message in messages)
            {
                _messages.Writer.TryWrite(new(message.SendID!, message.TextElem!.Content!));
            }
        });
    }

    public async Task LoginAsync(CancellationToken cancellationToken)
    {
        await _connection.StartAsync(cancellationToken);
        await _connection.InvokeAsync("Login", _userId, _token, cancellationToken);
    }

    public async Task SendTextAsync(string peer, string text, CancellationToken cancellationToken)
    {
        var message = await _connection.InvokeAsync<MsgStruct>("CreateTextMessage", text, cancellationToken);
        await _connection.InvokeAsync<MsgStruct>("SendMessage", message, peer, "", null, false, cancellationToken);
    }

    public async Task<ReceivedText> NextMessageAsync(CancellationToken cancellationToken) =>
        await _messages.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
