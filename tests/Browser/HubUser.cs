using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Browser;

/// <summary>Somebody who writes without a page.</summary>
internal sealed class HubUser : IAsyncDisposable
{
    private readonly HubConnection _connection;

    private HubUser(HubConnection connection, string userId) => (_connection, UserId) = (connection, userId);

    public string UserId { get; }

    public static async Task<HubUser> LogInAsync(BrowserFixture fixture, string userId, CancellationToken cancellationToken)
    {
        var token = await fixture.Accounts.TokenAsync(userId, cancellationToken);
        var connection = new HubConnectionBuilder()
            .WithUrl(fixture.Gateway.Hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(token))
            .Build();
        await connection.StartAsync(cancellationToken);
        await connection.InvokeAsync("Login", userId, token, cancellationToken);
        return new HubUser(connection, userId);
    }

    public Task<T> CallAsync<T>(string function, CancellationToken cancellationToken, params object?[] arguments) =>
        _connection.InvokeCoreAsync<T>(function, arguments, cancellationToken);

    public async Task WriteAsync(string to, string text, CancellationToken cancellationToken) =>
        await SendAsync(await CallAsync<MsgStruct>("CreateTextMessage", cancellationToken, text), to, cancellationToken);

    public Task SendAsync(MsgStruct message, string to, CancellationToken cancellationToken) =>
        CallAsync<MsgStruct>("SendMessageNotOss", cancellationToken, message, to, "", null, false);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
