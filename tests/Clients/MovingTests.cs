using System.Text.RegularExpressions;
using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Clients;

/// <summary>
/// An app on one of the old packages moves here: what the README tells it to write and to run is taken from the README,
/// with the ports and the package's version put in.
/// </summary>
public sealed partial class MovingTests(ClientsFixture fixture)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string Readme = File.ReadAllText(Repository.Readme);

    /// <summary>One after another: all of them are carol.</summary>
    public static TheoryData<string> Versions => ["2.0.3", "2.3.0", "3.4.1", "3.5.2"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_code_that_the_README_shows_chats(string version)
    {
        using var timeout = StartTimeout();
        var cancellationToken = timeout.Token;
        await using var alice = await LoginAliceAsync(cancellationToken);
        var code = Code().Matches(Readme).Select(match => match.Groups["code"].Value)
            .Single(code => code.Contains("from 'open-im-sdk'", StringComparison.Ordinal)
                && code.Contains(version.StartsWith('2') ? " url: " : " wsAddr: ", StringComparison.Ordinal));
        var token = await fixture.Accounts.TokenAsync("carol", cancellationToken);
        var adapted = Here(code).Replace(
            "import { OpenIMSDK } from 'open-im-sdk';",
            $"const {{ OpenIMSDK }} = require('open-im-sdk-{version}');",
            StringComparison.Ordinal);
        await using var app = new NodeConsole(Repository.LegacyFolder, "--input-type=module", "-e", $"""
            import './browser.mjs';
            import * as module from 'node:module';
            const require = module.createRequire(process.cwd() + '/');
            const token = '{token}';
            {adapted}
            """);

        Assert.Equal(new("carol", "hello"), await alice.NextMessageAsync(cancellationToken));
        await alice.SendTextAsync("carol", $"welcome, {version}", cancellationToken);
        await app.PrintsAsync($"alice welcome, {version}", cancellationToken);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_command_that_the_README_shows_chats(string version)
    {
        using var timeout = StartTimeout();
        var cancellationToken = timeout.Token;
        await using var alice = await LoginAliceAsync(cancellationToken);
        var command = Command().Match(Readme).Groups["arguments"].Value.Replace("3.5.2", version, StringComparison.Ordinal);
        var api = fixture.Gateway.SandboxApi.ToString();
        await using var chat = new NodeConsole(
            Repository.LegacyFolder, [.. command.Split(' '), "--url", fixture.Gateway.Legacy.ToString(), "--api", api]);

        await chat.PrintsAsync("end with Ctrl+D", cancellationToken);
        await chat.TypeAsync("a line that was typed", cancellationToken);
        Assert.Equal(new("carol", "a line that was typed"), await alice.NextMessageAsync(cancellationToken));
        await alice.SendTextAsync("carol", $"an answer to {version}", cancellationToken);
        await chat.PrintsAsync($"alice: an answer to {version}", cancellationToken);
        Assert.Equal(0, await chat.EndAsync(cancellationToken));
    }

    private static CancellationTokenSource StartTimeout()
    {
        var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Limit);
        return timeout;
    }

    private async Task<HubClient> LoginAliceAsync(CancellationToken cancellationToken)
    {
        var token = await fixture.Accounts.TokenAsync("alice", cancellationToken);
        var alice = new HubClient(fixture.Gateway.Hub, "alice", token);
        await alice.LoginAsync(cancellationToken);
        return alice;
    }

    /// <summary>With the addresses of the gateway that runs.</summary>
    private string Here(string code) => code
        .Replace("127.0.0.1:10003", fixture.Gateway.Legacy.Authority, StringComparison.Ordinal)
        .Replace("127.0.0.1:10002", fixture.Gateway.SandboxApi.Authority, StringComparison.Ordinal);

    [GeneratedRegex("```js\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(
        "npm ci && node (?<arguments>chat.mjs --client 3.5.2 [^\n]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
