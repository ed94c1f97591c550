namespace OpenIM.SignalR.Contracts;

/// <summary>OpenIM's platforms: their numbers, and the names that session keys are made of.</summary>
public static class Platform
{
    public const int IOS = 1;
    public const int Android = 2;
    public const int Windows = 3;
    public const int OSX = 4;
    public const int Web = 5;
    public const int MiniWeb = 6;
    public const int Linux = 7;
    public const int APad = 8;
    public const int IPad = 9;
    public const int Admin = 10;
    public const int HarmonyOS = 11;
    public const int Bot = 12;

    private static readonly string[] Names =
        [
            "", "IOS", "Android", "Windows", "OSX", "Web", "MiniWeb", "Linux",
            "APad", "IPad", "Admin", "HarmonyOS", "Bot",
        ];

    /// <summary>The name of a platform, or the empty string when there is no such platform.</summary>
    public static string NameOf(int platformId) => platformId > 0 && platformId < Names.Length ? Names[platformId] : "";

    /// <summary>The number of a platform, or 0 when there is no such name.</summary>
    public static int IdOf(ReadOnlySpan<char> name)
    {
        for (var id = 1; id < Names.Length; id++)
            if (name.SequenceEqual(Names[id]))
                return id;
        return 0;
    }
}
