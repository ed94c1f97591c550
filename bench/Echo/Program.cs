using System.Net.WebSockets;

// The control of the benchmarks: the least that Kestrel can do for a websocket message, which is to send it back.
// dotnet run -c Release --project bench/Echo -- --urls http://127.0.0.1:10004
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.UseWebSockets();
app.Run(async context =>
{
    if (!context.WebSockets.IsWebSocketRequest)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }
    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    var buffer = new byte[4096];
    try
    {
        while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted)
               is { MessageType: not WebSocketMessageType.Close } part)
            await socket.SendAsync(
                buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, context.RequestAborted);
    }
    catch (Exception error) when (error is WebSocketException or OperationCanceledException)
    {
        // The load generator ends its connections without a word.
    }
});
await app.RunAsync();
