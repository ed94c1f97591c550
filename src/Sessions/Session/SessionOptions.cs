using System.ComponentModel.DataAnnotations;

namespace OpenIM.SignalR.Sessions;

/// <summary>How sessions behave. Configuration section <c>Sessions</c>.</summary>
public sealed class SessionOptions
{
    /// <summary>
    /// How long a session without connections waits for its client before it ends. 0 ends it at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "{0} must lie between 00:00:00 and 1.00:00:00.")]
    public TimeSpan ParkingTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many bytes of its latest events a session keeps for Resume. An event counts with its JSON, which is
    /// compressed from 4 kB on, and 96 bytes more.
    /// </summary>
    [Range(0, 16 * 1024 * 1024, ErrorMessage = "{0} must lie between 0 and 16777216.")]
    public int EventRingBytes { get; set; } = 64 * 1024;
}
