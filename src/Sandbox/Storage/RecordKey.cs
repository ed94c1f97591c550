using System.Globalization;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Keys of records that are named by two ids, or by an id and a number. The length of the first one goes before it,
/// since ids may hold any character.
/// </summary>
internal static class RecordKey
{
    public static string Of(string owner, string id) => $"{owner.Length} {owner} {id}";

    public static string Of(string owner, long number) => $"{owner.Length} {owner} {number}";

    /// <summary>The two ids of a key that <see cref="Of"/> made.</summary>
    public static (string Owner, string ID) Read(string key)
    {
        var begin = key.IndexOf(' ', StringComparison.Ordinal) + 1;
        var end = begin + int.Parse(key.AsSpan(0, begin - 1), CultureInfo.InvariantCulture);
        return (key[begin..end], key[(end + 1)..]);
    }
}
