namespace OpenIM.SignalR.Sandbox;

/// <summary>The numbers of OpenIM's platforms and the classes by which some login policies count them.</summary>
internal static class Platforms
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
        "IOS", "Android", "Windows", "OSX", "Web", "MiniWeb", "Linux", "APad", "IPad", "Admin", "HarmonyOS", "Bot",
    ];

    /// <summary>The name that the server writes instead of the number; empty for one that it does not know.</summary>
    public static string NameOf(int platformID) => IsKnown(platformID) ? Names[platformID - IOS] : "";

    public static bool IsKnown(int platformID) => platformID is >= IOS and <= Bot;

    /// <summary>The class of a platform, "Mobile", "PC" or "Pad"; each other platform is a class of its own.</summary>
    public static string ClassOf(int platformID) => platformID switch
    {
        IOS or Android => "Mobile",
        Windows or OSX or Linux => PC,
        APad or IPad => "Pad",
        _ => platformID.ToString(),
    };

    public const string PC = "PC";
}
