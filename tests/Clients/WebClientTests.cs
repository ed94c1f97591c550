using System.Diagnostics;

namespace OpenIM.SignalR.Clients;

/// <summary>The tests that the page's client has in its own language.</summary>
public sealed class WebClientTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_pages_own_tests_pass()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var npm = Process.Start(new ProcessStartInfo("npm")
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.WebFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "test", "--silent" },
            Environment = { ["NO_COLOR"] = "1" },
        })!;
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken).WaitAsync(Limit, cancellationToken);

        Assert.True(npm.ExitCode == 0, $"{await output}\n{await errors}");
        Assert.Contains("passed", await output, StringComparison.Ordinal);
    }
}
