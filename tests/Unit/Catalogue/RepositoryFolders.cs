using System.Reflection;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Where what is compared with the program lies.</summary>
internal static class RepositoryFolders
{
    public static string Docs { get; } = typeof(RepositoryFolders).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "DocsFolder").Value!;

    public static string Root { get; } = Path.Combine(Docs, "..");
}
