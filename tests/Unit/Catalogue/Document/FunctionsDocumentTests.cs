using System.Reflection;

namespace OpenIM.SignalR.Unit.Catalogue;

public sealed class FunctionsDocumentTests
{
    /// <summary>Set to write the document instead of comparing it.</summary>
    private const string WriteIt = "WRITE_FUNCTIONS_DOCUMENT";

    private static readonly string Docs = typeof(FunctionsDocumentTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "DocsFolder").Value!;

    [Fact]
    public async Task The_document_of_the_functions_says_what_the_program_does()
    {
        var path = Path.Combine(Docs, "functions.md");
        var differences = await File.ReadAllTextAsync(
            Path.Combine(Docs, "differences.md"), TestContext.Current.CancellationToken);
        using var upstream = new UpstreamCalls();

        var document = new FunctionsDocument(upstream, differences).Write();

        if (Environment.GetEnvironmentVariable(WriteIt) is not null)
            await File.WriteAllTextAsync(path, document, TestContext.Current.CancellationToken);
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.True(
            document == written,
            $"docs/functions.md is behind the program. {WriteIt}=1 dotnet test --project tests/Unit -- --filter-class "
            + $"\"*{nameof(FunctionsDocumentTests)}\" writes it. First difference: {FirstDifference(document, written)}");
    }

    [Theory]
    [InlineData("GetFriendList", "/friend/get_friend_list")]
    [InlineData("SendMessage", "ws 1003")]
    public void What_a_function_asks_of_OpenIM_is_read_from_its_code(string function, string call)
    {
        using var upstream = new UpstreamCalls();

        Assert.Contains(call, upstream.Of(function));
        Assert.Empty(upstream.Of("GetLoginStatus"));
    }

    private static string? FirstDifference(string expected, string written) =>
        expected.Split('\n').Except(written.Split('\n'), StringComparer.Ordinal).FirstOrDefault();
}
