using System.Diagnostics;

namespace OpenIM.SignalR.SandboxLoad;

/// <summary>
/// Messages from connections to connections: either so many in flight for each sender, or so many a second altogether.
/// The first two seconds are not counted.
/// </summary>
internal sealed class MessageLoad(ServerUnderLoad server, int seconds)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private readonly List<double> _answered = [];
    private readonly List<double> _delivered = [];
    private readonly Lock _lock = new();
    private bool _counting;
    private int _failed;

    public static async Task<object> SingleChatsAsync(
        ServerUnderLoad server, int pairs, int inFlight, int rate, int seconds)
    {
        await server.RegisterAsync(pairs * 2);
        var clients = await server.OpenAsync(pairs * 2);
        await Task.Delay(TimeSpan.FromSeconds(2)); // Until the server knows them to be online.
        return await new MessageLoad(server, seconds).RunAsync(
            clients[..pairs],
            clients[pairs..],
            sender => clients[sender].SendTextAsync(server.UserID(sender), server.UserID(sender + pairs)),
            inFlight,
            rate,
            receiversOfOne: 1);
    }

    public static async Task<object> GroupAsync(
        ServerUnderLoad server, int members, int senders, int inFlight, int rate, int seconds)
    {
        await server.RegisterAsync(members);
        var groupID = $"group{server.UserID(0)}";
        await server.PostAsync("/group/create_group", new
        {
            ownerUserID = server.UserID(0),
            memberUserIDs = Enumerable.Range(1, members - 1).Select(server.UserID),
            groupInfo = new { groupID, groupName = "benchmark", groupType = 2 },
        });
        var clients = await server.OpenAsync(members);
        await Task.Delay(TimeSpan.FromSeconds(2));
        return await new MessageLoad(server, seconds).RunAsync(
            clients[..senders],
            clients,
            sender => clients[sender].SendToGroupAsync(groupID),
            inFlight,
            rate,
            receiversOfOne: members);
    }

    private async Task<object> RunAsync(
        GatewayClient[] senders, GatewayClient[] receivers, Func<int, Task> send, int inFlight, int rate,
        int receiversOfOne)
    {
        var ended = false;
        foreach (var receiver in receivers)
            receiver.Pushed = sentAt => Note(_delivered, sentAt);
        for (var i = 0; i < senders.Length; i++)
        {
            var sender = i;
            senders[i].Answered = (sentAt, good) =>
            {
                if (!good)
                    Interlocked.Increment(ref _failed);
                Note(_answered, sentAt);
                if (rate == 0 && !Volatile.Read(ref ended))
                    _ = send(sender);
            };
        }
        var driving = rate > 0 ? AtRateAsync() : StartAsync();
        await Task.Delay(WarmUp);
        var (before, own, watch) = (server.Usage(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        Volatile.Write(ref _counting, true);
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Volatile.Write(ref _counting, false);
        var (after, elapsed) = (server.Usage(), watch.Elapsed);
        var ownAfter = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref ended, true);
        await driving;
        await Task.Delay(TimeSpan.FromSeconds(1));
        lock (_lock)
            return new
            {
                senders = senders.Length,
                receiversOfOne,
                inFlight = rate > 0 ? 0 : inFlight,
                rate,
                failed = _failed,
                messagesPerSecond = _answered.Count / elapsed.TotalSeconds,
                deliveriesPerSecond = _delivered.Count / elapsed.TotalSeconds,
                cpuMicrosecondsPerMessage = (after.Cpu - before.Cpu).TotalMicroseconds / Math.Max(1, _answered.Count),
                serverCores = (after.Cpu - before.Cpu) / elapsed,
                generatorCores = (ownAfter - own) / elapsed,
                answeredMs = Percentiles(_answered),
                deliveredMs = Percentiles(_delivered),
                serverMB = after.Megabytes,
            };

        async Task StartAsync()
        {
            for (var i = 0; i < senders.Length; i++)
                for (var k = 0; k < inFlight; k++)
                    await send(i);
        }

        async Task AtRateAsync()
        {
            var start = Stopwatch.GetTimestamp();
            using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            for (var sent = 0; !Volatile.Read(ref ended) && await clock.WaitForNextTickAsync();)
                for (var due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate); sent < due; sent++)
                    await send(sent % senders.Length);
        }
    }

    private void Note(List<double> times, long sentAt)
    {
        if (!Volatile.Read(ref _counting))
            return;
        var milliseconds = Stopwatch.GetElapsedTime(sentAt).TotalMilliseconds;
        lock (_lock)
            times.Add(milliseconds);
    }

    private static object? Percentiles(List<double> times)
    {
        if (times.Count == 0)
            return null;
        times.Sort();
        return new { p50 = times[times.Count / 2], p99 = times[(int)(times.Count * 0.99)], max = times[^1] };
    }
}
