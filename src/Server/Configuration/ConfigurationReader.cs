using System.Globalization;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Reads configuration values and collects everything that is wrong with them, so that whoever starts the gateway sees all
/// mistakes at once. A message names the configuration path and what would be right, never the value of a secret.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration configuration)
{
    private readonly List<string> _errors = [];
    private readonly SortedSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The paths of all options that were asked for.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>A text; an empty one counts as not given.</summary>
    public string? Text(string path)
    {
        _known.Add(path);
        return configuration[path] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int Number(string path, int fallback, int least, int most)
    {
        if (Text(path) is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Report(path, $"'{text}' is not a whole number from {least} to {most}");
        return fallback;
    }

    /// <summary>A share of a whole, from 0 to 1.</summary>
    public double Share(string path, double fallback)
    {
        if (Text(path) is not { } text)
            return fallback;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1)
            return share;
        Report(path, $"'{text}' is not a share from 0 to 1 such as 0.05");
        return fallback;
    }

    /// <summary>A TCP port. 0 lets the system choose one.</summary>
    public int Port(string path, int fallback) => Number(path, fallback, 0, 65535);

    /// <summary>Yes or no.</summary>
    public bool Flag(string path, bool fallback)
    {
        if (Text(path) is not { } text)
            return fallback;
        if (bool.TryParse(text, out var flag))
            return flag;
        Report(path, $"'{text}' is neither true nor false");
        return fallback;
    }

    /// <summary>One of an enumeration's names.</summary>
    public T? Choice<T>(string path) where T : struct, Enum
    {
        if (Text(path) is not { } text)
            return null;
        // Enum.TryParse takes numbers too, which say nothing to a reader.
        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice))
            return choice;
        Report(path, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
        return null;
    }

    /// <summary>
    /// A span of time: hours, minutes and seconds with colons, or a plain number of seconds. .NET alone would read a plain
    /// <c>60</c> as sixty days.
    /// </summary>
    public TimeSpan Duration(string path, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Text(path) is not { } text)
            return fallback;
        var read = text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            : TryReadSeconds(text, out span);
        if (read && span >= least && span <= most)
            return span;
        Report(path, $"'{text}' is not a time between {least} and {most} such as 00:01:30, or seconds such as 90");
        return fallback;
    }

    /// <summary>An absolute address with one of <paramref name="schemes"/>.</summary>
    public Uri? Address(string path, params string[] schemes)
    {
        if (Text(path) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)
            && address.Host.Length > 0 && address.UserInfo.Length == 0)
            return address;
        Report(path, $"this is not an address such as {schemes[0]}://im.example.com");
        return null;
    }

    /// <summary>Says that the value at <paramref name="path"/> does not go, and what would.</summary>
    public void Report(string path, string problem) => _errors.Add($"{path}: {problem}");

    /// <summary>
    /// Says which keys of the sections that were read are no options: mostly typing errors, which would otherwise be found in
    /// production.
    /// </summary>
    public void ReportUnknown()
    {
        foreach (var section in _known.Select(path => path[..path.IndexOf(':', StringComparison.Ordinal)]).Distinct())
            foreach (var (path, value) in configuration.GetSection(section).AsEnumerable())
                if (value is not null && !_known.Contains(path) && path.Contains(':', StringComparison.Ordinal))
                    Report(path, $"there is no such option; {section} has {string.Join(", ", OptionsOf(section))}");
    }

    private IEnumerable<string> OptionsOf(string section) =>
        _known.Where(path => path.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)).Select(path => path[(section.Length + 1)..]);

    private static bool TryReadSeconds(string text, out TimeSpan span)
    {
        var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < TimeSpan.MaxValue.TotalSeconds;
        span = read ? TimeSpan.FromSeconds(seconds) : default;
        return read;
    }
}
