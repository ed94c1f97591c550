using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>
/// Keeps what is logged as Warning or worse, since bad input must not get there, and everything in order to look for
/// secrets.
/// </summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // SignalR reports every method that throws, refusals (HubException) included.
        if (IsEnabled(logLevel) && eventId.Name != "FailedInvokingHubMethod")
            Entries.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
