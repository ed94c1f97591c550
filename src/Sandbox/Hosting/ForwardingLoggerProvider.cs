namespace OpenIM.SignalR.Sandbox;

/// <summary>Hands what passes the sandbox's own filters on to the loggers of whoever embeds it.</summary>
internal sealed class ForwardingLoggerProvider(ILoggerFactory target) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => target.CreateLogger(categoryName);

    public void Dispose()
    {
        // The loggers belong to the embedding program.
    }
}
