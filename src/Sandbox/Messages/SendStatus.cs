namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Which of the last REST calls that sent succeeded, by their operationID: 0 unknown, 2 success. (1, under way, cannot be
/// seen where sending waits for nothing, and 3, failed, the real server never notes either.) The oldest are forgotten, and
/// all of them when the Sandbox stops: who asks is who sent a moment ago.
/// </summary>
internal sealed class SendStatus
{
    private const int Remembered = 10_000;
    private const int Succeeded = 2;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, int> _status = new(StringComparer.Ordinal);

    public int Of(string operationID)
    {
        lock (_lock)
            return _status.GetValueOrDefault(operationID);
    }

    public void Succeed(string operationID)
    {
        lock (_lock)
        {
            _status[operationID] = Succeeded;
            if (_status.Count > Remembered)
                _status.RemoveAt(0);
        }
    }
}
