using System.Globalization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// What the functions answer to arguments of the right type that mean nothing: for each place in the arguments the codes,
/// as the hub has them. Places that are not listed take anything. The table is part of <c>docs/functions.md</c>.
/// </summary>
internal static partial class DocumentedErrors
{
    private static readonly Dictionary<string, Entry[]> Parsed =
        Table.ToDictionary(row => row.Key, row => Parse(row.Value), StringComparer.Ordinal);

    /// <summary>The line for the document; empty when the function takes everything.</summary>
    public static string TextOf(string function) => Table.GetValueOrDefault(function, "");

    /// <summary>The codes for a mistake in a place; 0 is success.</summary>
    public static int[] CodesOf(string function, string place, Mistake mistake)
    {
        var entries = Parsed.GetValueOrDefault(function, []);
        int[] state = [.. entries.Where(entry => entry.Place == "").SelectMany(entry => entry.Codes)];
        for (Mistake? kind = mistake; kind is { } one; kind = Wider(one))
        {
            if (entries.FirstOrDefault(entry => entry.Place == place && entry.Kinds.Contains(one)) is { } found)
                return found.Codes;
        }
        return [mistake == Mistake.Null ? ErrorCode.Arguments : 0, .. state];
    }

    /// <summary>Every code that a place may be answered with, and success.</summary>
    public static IEnumerable<int> AllOf(string function) =>
        Parsed.GetValueOrDefault(function, []).SelectMany(entry => entry.Codes).Append(0).Distinct();

    private static Mistake? Wider(Mistake mistake) => mistake switch
    {
        Mistake.Zero or Mistake.Negative or Mistake.Great => Mistake.Number,
        Mistake.Foreign or Mistake.Nulls or Mistake.Huge or Mistake.Many => Mistake.Unknown,
        _ => null,
    };

    // "groupID: empty 1001, unknown 1004 or 1201; userIDs: null ok; otherwise 1002"
    private static Entry[] Parse(string line) => [.. line.Split("; ").SelectMany(part =>
    {
        if (part.StartsWith("otherwise ", StringComparison.Ordinal))
            return [new Entry("", [], Codes(part["otherwise ".Length..]))];
        var (place, rest) = part.Split(": ") is [var one, var two] ? (one, two) : throw new FormatException(line);
        return rest.Split(", ").Select(kind =>
        {
            var words = kind.Split(' ').Where(word => !char.IsAsciiDigit(word[0]) && word is not ("or" or "ok"));
            return new Entry(place, [.. words.Select(word => Enum.Parse<Mistake>(word, ignoreCase: true))], Codes(kind));
        });
    })];

    private static int[] Codes(string text) =>
    [
        .. text.Split(' ').Where(word => word == "ok" || char.IsAsciiDigit(word[0]))
            .Select(word => word == "ok" ? 0 : int.Parse(word, CultureInfo.InvariantCulture)),
    ];

    private sealed record Entry(string Place, Mistake[] Kinds, int[] Codes);
}
