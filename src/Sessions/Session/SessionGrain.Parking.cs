using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <content>
/// The connections that keep the session alive. When the last one is gone the session is parked: it goes on
/// receiving, so that a client that comes back within the parking time finds everything, and ends after it.
/// </content>
internal sealed partial class SessionGrain
{
    private readonly List<string> _attached = [];
    private IGrainTimer? _parking;
    private string _parkedAt = "";
    private Absence? _absence;

    public Task Detach(string connectionId)
    {
        if (_attached.Remove(connectionId))
            ParkIfAlone();
        return Task.CompletedTask;
    }

    public ValueTask<Result<IReadOnlyList<SessionEvent>>> TakeMissed(string connectionId)
    {
        IReadOnlyList<SessionEvent> missed = [];
        if (_absence is { } absence && absence.ConnectionId == connectionId)
        {
            // What the wake-up itself tells comes after it, and the connection is there to see it.
            missed = [.. Events.Since(absence.Cursor).Events.Take(absence.Count)];
            _absence = null;
        }
        return new(new Result<IReadOnlyList<SessionEvent>>(missed, null));
    }

    /// <summary>True when the connection found the session parked.</summary>
    private bool Attach(string connectionId)
    {
        if (!_attached.Contains(connectionId))
            _attached.Add(connectionId);
        var wasParked = _parking is not null;
        if (wasParked)
            _absence = new Absence(connectionId, _parkedAt, Events.Since(_parkedAt).Events.Count);
        Unpark();
        return wasParked;
    }

    private void ParkIfAlone()
    {
        if (_attached.Count > 0 || _status != LoginStatus.LoggedIn)
            return;
        if (_options.ParkingTime == TimeSpan.Zero)
            EndQuietly();
        else
            Park();
    }

    private void Park()
    {
        if (_parking is not null)
            return;
        LogParked(Key);
        _parkedAt = Events.Cursor;
        _parking = this.RegisterGrainTimer(
            static (session, _) => session.EndParking(), this, _options.ParkingTime, Timeout.InfiniteTimeSpan);
    }

    private Task EndParking()
    {
        if (_parking is not null)
            EndQuietly();
        return Task.CompletedTask;
    }

    private void Unpark()
    {
        _parking?.Dispose();
        _parking = null;
    }

    /// <summary>The time without connections that one of them ended.</summary>
    /// <param name="ConnectionId">The one.</param>
    /// <param name="Cursor">Where the session was when it was parked.</param>
    /// <param name="Count">How many events were told while it was.</param>
    private sealed record Absence(string ConnectionId, string Cursor, int Count);
}
