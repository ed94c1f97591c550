using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpenIM.SignalR.Server;

namespace OpenIM.SignalR.Unit.Server;

public sealed partial class ConfigurationDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(
        typeof(ConfigurationDocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "DocsFolder").Value!, "configuration.md"));

    [Fact]
    public void The_document_lists_the_options_that_the_gateway_reads_and_no_others()
    {
        var reader = new ConfigurationReader(new ConfigurationBuilder().Build());
        GatewaySettings.Read(reader);

        var documented = Option().Matches(Document).Select(match => match.Groups[1].Value);

        Assert.Equal(reader.Known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        Assert.Empty(reader.Errors);
    }

    [Theory]
    [InlineData("openIM_api_address", "http://im.example.com:10002", "OpenIM:ApiAddress")]
    [InlineData("openIM_ws_address", "ws://im.example.com:10001", "OpenIM:WsAddress")]
    [InlineData("sdk_ws_port", "10004", "Gateway:Port")]
    [InlineData("openIM_log_level", "3", "Gateway:LogLevel")]
    [InlineData("openIMDbDir", "./db", "Storage:Directory")]
    public void The_flags_of_the_old_proxies_mean_the_documented_option(string flag, string value, string path)
    {
        foreach (var dashes in new[] { "-", "--" })
        {
            var configuration = new ConfigurationBuilder().AddCommandLineFlags([dashes + flag, value]).Build();

            Assert.Equal(value, configuration[path]);
        }
        Assert.Contains($"`--{flag}`", Document, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `([A-Za-z]+:[A-Za-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Option();
}
