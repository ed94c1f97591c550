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

    /// <summary>Whether any client of this activation ever had cursors: it may come back with one at any time.</summary>
    private bool _hasCursors;

    public Task Detach(string connectionId)
    {
        if (_attached.Remove(connectionId))
            ParkIfAlone();
        return Task.CompletedTask;
    }

    public ValueTask<Result<IReadOnlyList<SessionEvent>>> GetMissed() =>
        new(new Result<IReadOnlyList<SessionEvent>>(_parking is null ? [] : Events.Since(_parkedAt).Events, null));

    /// <summary>True when the connection found the session parked.</summary>
    private bool Attach(string connectionId, bool hasCursors)
    {
        _hasCursors |= hasCursors;
        if (!_attached.Contains(connectionId))
            _attached.Add(connectionId);
        var wasParked = _parking is not null;
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
        Events.IsKeeping = true;
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
        Events.IsKeeping = _hasCursors;
    }
}
