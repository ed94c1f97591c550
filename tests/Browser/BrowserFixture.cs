using Microsoft.Playwright;
using OpenIM.SignalR.Browser;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace OpenIM.SignalR.Browser;

/// <summary>One gateway and one Chromium for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;

    public GatewayProcess Gateway { get; private set; } = null!;

    public SandboxAccounts Accounts { get; private set; } = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var path = Browsers.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need Chromium: apt-get install chromium. ./test.sh does it.");
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        Gateway = await GatewayProcess.StartAsync(cancellationToken: cancellationToken);
        Accounts = await SandboxAccounts.OpenAsync(Gateway.SandboxApi, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
        {
            await Chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        Accounts?.Dispose();
        if (Gateway is not null)
        {
            await Gateway.DisposeAsync();
        }
    }
}
