using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// Malformed and random input over real sockets. The suite runs a short, seeded round; more by the environment:
/// <c>SANDBOX_FUZZ_CASES=1000000</c>, and another sequence by <c>SANDBOX_FUZZ_SEED</c>. A round has a server of its
/// own, so that its state stays small, and its seed is in the message of a failure. The first round of every four keeps
/// its state in a file, from which another server can then start.
/// </summary>
public sealed class FuzzingTests(ITestOutputHelper output)
{
    private const int CasesOfARound = 20_000;
    private const int Workers = 4;

    private static readonly TimeSpan LimitOfARound = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_nothing_crashes_hangs_or_logs_an_exception()
    {
        var cases = Setting("SANDBOX_FUZZ_CASES", CasesOfARound);
        var seed = Setting("SANDBOX_FUZZ_SEED", 20261124);
        var watch = Stopwatch.StartNew();
        var done = 0;
        for (var round = 0; done < cases; round++)
        {
            done += await RoundAsync(seed + round, Math.Min(CasesOfARound, cases - done), inFile: round % 4 == 0);
            output.WriteLine($"{done} cases after {watch.Elapsed}, heap {GC.GetTotalMemory(false) >> 20} MB");
        }
        foreach (var (outcome, count) in _outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{outcome}: {count}");
    }

    private async Task<int> RoundAsync(int seed, int cases, bool inFile)
    {
        var faults = new LoggedFaults();
        TaskScheduler.UnobservedTaskException += Unobserved;
        var done = 0;
        var doing = new string[Workers];
        var folder = Directory.CreateTempSubdirectory("sandbox-fuzzing");
        var file = inFile ? Path.Combine(folder.FullName, "sandbox.db") : null;
        var world = await FuzzWorld.CreateAsync(faults, file);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(worker), Cancel)))
                .WaitAsync(LimitOfARound, Cancel);
            // After all that, somebody new is served as ever.
            await world.PostAsync(
                "/user/user_register",
                new { users = new[] { new { userID = "new", nickname = "new" } } },
                await world.AdminAsync());
            Assert.NotEqual("none", await world.LoginAsync("new", 2));
            doing = ["the end of the server"];
            await world.DisposeAsync().AsTask().WaitAsync(LimitOfARound, Cancel);
            doing = ["another server with what was kept"];
            if (inFile)
                await (await FuzzWorld.CreateAsync(faults, file).WaitAsync(LimitOfARound, Cancel)).DisposeAsync();
            folder.Delete(recursive: true);
        }
        catch (TimeoutException)
        {
            faults.Add($"Hung: {string.Join(", ", doing)}");
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Unobserved;
        Assert.True(faults.IsEmpty, $"seed {seed}: {faults.Text}");
        return done;

        async Task WorkAsync(int worker)
        {
            var random = new Random(unchecked((seed * Workers) + worker));
            var rest = new RestFuzzing(world, random, _outcomes);
            var storage = new StorageFuzzing(world, random, _outcomes);
            var raw = new RawFuzzing(world, random);
            using var frames = new FrameFuzzing(world, random);
            while (Volatile.Read(ref done) < cases)
            {
                // About half of the cases are frames of the gateway.
                doing[worker] = "frames";
                Interlocked.Add(ref done, await frames.SendSomeAsync(Cancel));
                doing[worker] = "REST";
                for (var i = 0; i < 12; i++)
                    await rest.SendOneAsync(Cancel);
                doing[worker] = "storage";
                await storage.SendOneAsync(Cancel);
                doing[worker] = "raw bytes";
                for (var i = 0; i < 2; i++)
                    await raw.SendOneAsync(Cancel);
                Interlocked.Add(ref done, 15);
            }
            doing[worker] = "nothing";
        }

        void Unobserved(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            var text = args.Exception.ToString();
            if (text.Contains("OpenIM.SignalR.Sandbox.", StringComparison.Ordinal))
                faults.Add($"Nobody saw: {text}");
        }
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
