using System.Diagnostics;
using OpenIM.SignalR.Clients;
using OpenIM.SignalR.Gateway;

[assembly: AssemblyFixture(typeof(ClientsFixture))]

namespace OpenIM.SignalR.Clients;

/// <summary>One gateway for all tests, and the published clients installed.</summary>
public sealed class ClientsFixture : IAsyncLifetime
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(2);

    public GatewayProcess Gateway { get; private set; } = null!;

    public SandboxAccounts Accounts { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var installing = InstallClientsAsync(cancellationToken);
        // All that any library has to say, so that the tests see what must not be said.
        Gateway = await GatewayProcess.StartAsync(
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace", ["Gateway:LogLevel"] = "Trace" },
            cancellationToken);
        Accounts = await SandboxAccounts.OpenAsync(Gateway.SandboxApi, cancellationToken);
        await installing;
    }

    public async ValueTask DisposeAsync()
    {
        Accounts?.Dispose();
        if (Gateway is not null)
        {
            await Gateway.DisposeAsync();
        }
    }

    private static async Task InstallClientsAsync(CancellationToken cancellationToken)
    {
        // npm writes the inner file at the end of an installation.
        var installed = new FileInfo(Path.Combine(Repository.LegacyFolder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Repository.LegacyFolder, "package-lock.json")))
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo("npm")
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.LegacyFolder,
            RedirectStandardError = true,
            ArgumentList = { "ci", "--silent" },
        })!;
        var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken).WaitAsync(InstallTimeout, cancellationToken);
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed.\n{await errors}");
        }
    }
}
