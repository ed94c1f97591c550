namespace OpenIM.SignalR.Gateway;

/// <summary>What a <see cref="CuttableNetwork"/> holds back until this is disposed.</summary>
public sealed class HeldAnswers : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until there is something that is held back.</summary>
    public Task WaitForFirstAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(cancellationToken);

    /// <summary>Lets everything through.</summary>
    public void Dispose() => _released.TrySetResult();

    internal Task HoldAsync(CancellationToken cancellationToken)
    {
        _first.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}
