using System.Globalization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>What statistics count: things that happened, by day in UTC.</summary>
internal static class Days
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>
    /// Adds 1 to the day of a time in milliseconds. Clients may send any time: what lies beyond the calendar counts on
    /// its first or last day.
    /// </summary>
    public static void Count(IDictionary<string, long> days, long time)
    {
        var day = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(time, First, Last))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        days[day] = days.TryGetValue(day, out var count) ? count + 1 : 1;
    }

    /// <summary>The error for a range without a beginning or an end, or null.</summary>
    public static ServerError? Check(long start, long end)
    {
        if (start <= 0)
            return ServerErrors.Arguments("start is invalid");
        if (end <= 0)
            return ServerErrors.Arguments("end is invalid");
        return start > end ? ServerErrors.Arguments("start > end") : null;
    }
}
