// dotnet run --project src/ClientSamples/dotnet -- --user bob --peer alice
// Every line typed goes to the peer; what arrives is printed.
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.ChatSample;

if (ChatOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(ChatOptions.Usage);
    return 1;
}

try
{
    var token = options.Token ?? await UserToken.GetAsync(options);
    await using var client = new ChatClient(options.Hub, options.User, token);
    client.MessageReceived += message => Console.WriteLine($"{message.SendID}: {message.TextElem?.Content ?? $"[type {message.ContentType}]"}");
    client.StatusChanged += status => Console.WriteLine($"- {status}");
    await client.LoginAsync();
    Console.WriteLine($"- {options.User}; lines go to {options.Peer}, end with Ctrl+D");

    while (Console.ReadLine() is { } line)
    {
        if (line.Length > 0)
        {
            await SendAsync(client, line);
        }
    }

    await client.LogoutAsync();
    return 0;
}
catch (Exception e) when (e is HubException or HttpRequestException or InvalidOperationException)
{
    Console.Error.WriteLine($"- {e.Message}");
    return 1;
}

async Task SendAsync(ChatClient client, string text)
{
    try
    {
        await client.SendTextAsync(options.Peer, text);
    }
    catch (Exception e) when (e is HubException or InvalidOperationException)
    {
        // HubException: the gateway's answer, "<code> <message>". InvalidOperationException: not connected just now.
        Console.WriteLine($"- not sent: {e.Message}");
    }
}
