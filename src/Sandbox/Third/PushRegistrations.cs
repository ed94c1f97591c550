namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// What clients register for offline push. No vendor is asked from here: it is kept, so that what clients do
/// can be seen.
/// </summary>
internal sealed class PushRegistrations
{
    private static readonly RecordTable<PushDevice> DeviceTable =
        RecordTable.OfJson("push_devices", ThirdJson.Default.PushDevice);

    private static readonly RecordTable<int> BadgeTable = RecordTable.OfJson("app_badges", ThirdJson.Default.Int32);

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly Dictionary<(string UserID, int PlatformID), PushDevice> _devices = [];
    private readonly Dictionary<string, int> _badges = new(StringComparer.Ordinal);

    public PushRegistrations(IRecordStore records)
    {
        _records = records;
        foreach (var (_, device) in records.Load(DeviceTable))
            _devices[(device.UserID, device.PlatformID)] = device;
        foreach (var (userID, count) in records.Load(BadgeTable))
            _badges[userID] = count;
    }

    /// <summary>Takes the place of the token that the user had on that platform.</summary>
    public void SetDevice(PushDevice device)
    {
        lock (_lock)
        {
            _devices[(device.UserID, device.PlatformID)] = device;
            _records.Put(DeviceTable, $"{device.PlatformID}/{device.UserID}", device);
        }
    }

    /// <summary>The number that the app's icon shows.</summary>
    public void SetBadge(string userID, int count)
    {
        lock (_lock)
        {
            _badges[userID] = count;
            _records.Put(BadgeTable, userID, count);
        }
    }

    public PushDevice? DeviceOf(string userID, int platformID)
    {
        lock (_lock)
            return _devices.GetValueOrDefault((userID, platformID));
    }

    public int? BadgeOf(string userID)
    {
        lock (_lock)
            return _badges.TryGetValue(userID, out var count) ? count : null;
    }
}
