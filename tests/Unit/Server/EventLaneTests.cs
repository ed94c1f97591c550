using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Server;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Unit.Server;

public sealed class EventLaneTests : IAsyncDisposable
{
    private const int BacklogBytes = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly FakeGroups groups = new();
    private readonly RecordingLogger log = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CancellationTokenSource stop = new();
    private readonly EventLane lane;
    private readonly Task running;

    public EventLaneTests()
    {
        lane = new EventLane(groups, BacklogBytes, new GatewayMetrics(services.GetRequiredService<IMeterFactory>()), log);
        running = lane.RunAsync(stop.Token);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_a_session_go_to_its_group_in_order_each_with_its_cursor()
    {
        for (var i = 1; i <= 3; i++)
            lane.Post("alice Web", Event(i, "{}"));

        Assert.Equal(["alice Web e:1", "alice Web e:2", "alice Web e:3"], await groups.TakeAsync(3));
    }

    [Fact]
    public async Task A_session_whose_connections_take_nothing_holds_no_other_up()
    {
        groups.Stuck["alice Web"] = new TaskCompletionSource();
        lane.Post("alice Web", Event(1, "{}"));
        lane.Post("bob Web", Event(1, "{}"));
        lane.Post("alice Web", Event(2, "{}"));

        Assert.Equal(["alice Web e:1", "bob Web e:1", "alice Web e:2"], await groups.TakeAsync(3));
    }

    [Fact]
    public async Task Beyond_the_backlog_events_are_dropped_and_that_is_said_once_until_the_session_has_caught_up()
    {
        var stuck = groups.Stuck["alice Web"] = new TaskCompletionSource();
        for (var i = 1; i <= 10; i++)
            lane.Post("alice Web", Event(i, new string(' ', 50)));
        // 306 bytes each: three fit.
        Assert.Equal(["alice Web e:1", "alice Web e:2", "alice Web e:3"], await groups.TakeAsync(3));
        Assert.Equal(1, log.Count(1));

        groups.Stuck.Remove("alice Web", out _);
        stuck.SetResult();
        await groups.Settled.WaitAsync(Limit, Cancel);
        await PostUntilTakenAsync("alice Web", 11);
        Assert.Equal(1, log.Count(1));
    }

    [Fact]
    public async Task An_event_that_is_larger_than_the_backlog_goes_when_nothing_else_is_on_its_way()
    {
        lane.Post("alice Web", Event(1, new string(' ', 10 * BacklogBytes)));

        Assert.Equal(["alice Web e:1"], await groups.TakeAsync(1));
    }

    [Fact]
    public async Task A_backplane_that_is_away_is_logged_once_and_its_return_too()
    {
        groups.Failure = new InvalidOperationException("no connection");
        for (var i = 1; i <= 3; i++)
            lane.Post("alice Web", Event(i, "{}"));
        await groups.TakeAsync(3);
        groups.Failure = null;

        lane.Post("alice Web", Event(4, "{}"));
        await groups.TakeAsync(1);

        await log.WaitForAsync(3);
        Assert.Equal(1, log.Count(2));
        Assert.Equal(1, log.Count(3));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(Limit);
        stop.Dispose();
        groups.Dispose();
        log.Dispose();
        await services.DisposeAsync();
    }

    private async Task PostUntilTakenAsync(string session, int number)
    {
        // The settling of the sends before it goes on beside this test.
        while (!groups.Sent.Contains($"{session} e:{number}"))
        {
            lane.Post(session, Event(number, "{}"));
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }
    }

    private static SessionEvent Event(int number, string json) =>
        new("OnConversationChanged", [new RawJson(Encoding.UTF8.GetBytes(json))], $"e:{number}");

    /// <summary>Groups that take what is sent to them, except those that are stuck.</summary>
    private sealed class FakeGroups : IHubClients, IDisposable
    {
        private readonly SemaphoreSlim arrived = new(0);
        private int taken;

        public ConcurrentDictionary<string, TaskCompletionSource> Stuck { get; } = new();

        public Exception? Failure { get; set; }

        public ConcurrentQueue<string> Sent { get; } = new();

        public Task Settled => Stuck.IsEmpty ? Task.CompletedTask : Task.WhenAll(Stuck.Values.Select(stuck => stuck.Task));

        public IClientProxy All => throw new NotSupportedException();

        /// <summary>The next sends, as "group cursor".</summary>
        public async Task<IReadOnlyList<string>> TakeAsync(int count)
        {
            for (var i = 0; i < count; i++)
                Assert.True(await arrived.WaitAsync(Limit, Cancel));
            taken += count;
            return [.. Sent.Skip(taken - count).Take(count)];
        }

        public void Dispose() => arrived.Dispose();

        public IClientProxy Group(string groupName) => new FakeGroup(this, groupName);

        public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

        public IClientProxy Client(string connectionId) => throw new NotSupportedException();

        public IClientProxy Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();

        public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) =>
            throw new NotSupportedException();

        public IClientProxy Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

        public IClientProxy User(string userId) => throw new NotSupportedException();

        public IClientProxy Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

        private sealed class FakeGroup(FakeGroups groups, string name) : IClientProxy
        {
            public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
            {
                Assert.Equal("OnConversationChanged", method);
                Assert.IsType<RawJson>(args[0]);
                groups.Sent.Enqueue($"{name} {args[^1]}");
                groups.arrived.Release();
                return groups.Failure is { } failure ? Task.FromException(failure)
                    : groups.Stuck.TryGetValue(name, out var stuck) ? stuck.Task
                    : Task.CompletedTask;
            }
        }
    }

    private sealed class RecordingLogger : ILogger, IDisposable
    {
        private readonly ConcurrentQueue<int> entries = new();
        private readonly SemaphoreSlim arrived = new(0);

        public int Count(int eventId) => entries.Count(entry => entry == eventId);

        public async Task WaitForAsync(int eventId)
        {
            while (Count(eventId) == 0)
                Assert.True(await arrived.WaitAsync(Limit, Cancel));
        }

        public void Dispose() => arrived.Dispose();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            entries.Enqueue(eventId.Id);
            arrived.Release();
        }
    }
}
