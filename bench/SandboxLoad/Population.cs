using System.Diagnostics;

namespace OpenIM.SignalR.SandboxLoad;

/// <summary>What users and their conversations cost while nobody is online.</summary>
internal static class Population
{
    private const int InFlight = 128;

    /// <summary>
    /// Every user chats with the next ones in a circle, so that all have the same number of conversations; each chat
    /// has one message, which the administrator sends in the users' names.
    /// </summary>
    public static async Task<object> MeasureAsync(ServerUnderLoad server, int users, int conversations)
    {
        var before = server.Usage();
        await server.RegisterAsync(users);
        await Task.Delay(TimeSpan.FromSeconds(3));
        var registered = server.Usage();
        using var admin = await GatewayClient.OpenAsync(server.Ws, "imAdmin", server.AdminToken, platformID: 10);
        using var window = new SemaphoreSlim(InFlight);
        var failed = 0;
        admin.Answered = (_, good) =>
        {
            if (!good)
                Interlocked.Increment(ref failed);
            window.Release();
        };
        var watch = Stopwatch.StartNew();
        for (var user = 0; user < users; user++)
            for (var step = 1; step <= conversations / 2; step++)
            {
                await window.WaitAsync();
                await admin.SendTextAsync(server.UserID(user), server.UserID((user + step) % users));
            }
        for (var i = 0; i < InFlight; i++)
            await window.WaitAsync();
        watch.Stop();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var after = server.Usage();
        var chats = (long)users * (conversations / 2);
        return new
        {
            users,
            conversations,
            failed,
            beforeMB = before.Megabytes,
            registeredMB = registered.Megabytes,
            afterMB = after.Megabytes,
            bytesPerConversation = (after.Megabytes - registered.Megabytes) * 1048576 / (chats * 2),
            newChatsPerSecond = chats / watch.Elapsed.TotalSeconds,
            cpuMicrosecondsPerNewChat = (after.Cpu - registered.Cpu).TotalMicroseconds / chats,
        };
    }
}
