using System.Reflection;

namespace OpenIM.SignalR.Clients;

/// <summary>Where in the repository is what these tests use as it is.</summary>
internal static class Repository
{
    /// <summary>The sample with the published legacy clients.</summary>
    public static string LegacyFolder { get; } = Metadata(nameof(LegacyFolder));

    /// <summary>The page.</summary>
    public static string WebFolder { get; } = Metadata(nameof(WebFolder));

    public static string Readme { get; } = Metadata(nameof(Readme));

    /// <summary>docs/differences.md</summary>
    public static string Differences { get; } = Metadata(nameof(Differences));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
