using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenIM.SignalR.Unit.Sandbox.Fuzzing;

/// <summary>
/// What a server must never log, whatever it is sent: an error, or a warning with an exception. Kestrel tells of a
/// handler's exception here, and of nothing that is the client's fault alone.
/// </summary>
internal sealed class LoggedFaults : ILoggerFactory, ILogger
{
    private const int MaxKept = 20;
    private const int MaxLength = 3000;

    private readonly ConcurrentQueue<string> _faults = new();

    public bool IsEmpty => _faults.IsEmpty;

    /// <summary>The first faults, with their stacks.</summary>
    public string Text => string.Join("\n\n", _faults);

    public void Add(string fault)
    {
        if (_faults.Count < MaxKept)
            _faults.Enqueue(fault.Length > MaxLength ? fault[..MaxLength] : fault);
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error || (logLevel == LogLevel.Warning && exception is not null))
            Add($"{formatter(state, exception)}\n{exception}");
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        // Holds nothing but what it was told.
    }
}
