using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

public sealed partial class SandboxDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(
        typeof(SandboxDocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "DocsFolder").Value!, "sandbox.md"));

    [Fact]
    public void The_document_lists_all_options_and_no_others()
    {
        // Only those that a command line can give are in the tables.
        var options = typeof(SandboxOptions).GetProperties().Concat(typeof(FaultOptions).GetProperties())
            .Select(property => property.Name)
            .Except([nameof(SandboxOptions.TimeProvider), nameof(SandboxOptions.Faults)]);

        var documented = Option().Matches(Document).Select(match => match.Groups[1].Value);

        Assert.Equal(options.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        Assert.Contains($"`{nameof(SandboxOptions.TimeProvider)}`", Document, StringComparison.Ordinal);
        Assert.Contains($"`{nameof(SandboxOptions.Faults)}`", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_names_each_option_of_a_gateway_for_its_sandbox()
    {
        var reader = new ConfigurationReader(new ConfigurationBuilder().Build());
        GatewaySettings.Read(reader);
        var faults = typeof(FaultOptions).GetProperties().Select(property => $"Sandbox:{property.Name}").ToList();
        var ofGateway = reader.Known.Where(path => path.StartsWith("Sandbox:", StringComparison.Ordinal)).ToList();

        // Faults have the same name with a prefix, which the document says once.
        Assert.Empty(faults.Except(ofGateway));
        Assert.All(ofGateway.Except(faults), path => Assert.Contains($"`{path}`", Document, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `([A-Za-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Option();
}
