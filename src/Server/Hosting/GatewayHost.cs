using System.Data.Common;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Server;

/// <summary>
/// A gateway from start to stop:
/// <list type="number">
/// <item>read the configuration; all mistakes at once end it with exit code 1;</item>
/// <item>start the Sandbox, unless an OpenIM was named;</item>
/// <item>start the silo, then the web server; say where everything is;</item>
/// <item>on SIGTERM or Ctrl+C stop in the reverse order: connections first, then sessions, then the Sandbox.</item>
/// </list>
/// </summary>
internal static class GatewayHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        // The program's own folder, wherever it is started from: appsettings.json and the page are beside it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddCommandLineFlags(args);
        var reader = new ConfigurationReader(builder.Configuration);
        var settings = GatewaySettings.Read(reader);
        if (reader.Errors.Count > 0)
        {
            foreach (var error in reader.Errors)
                await Console.Error.WriteLineAsync(error);
            return 1;
        }
        try
        {
            await RunAsync(builder, settings);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DbException)
        {
            // A port that is taken, a folder that cannot be written, a database that is away: the stack would help nobody.
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task RunAsync(WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.AddGateway(settings);
        await using var app = builder.Build();
        await using var sandbox = await StartSandbox(app, settings);
        app.MapGateway(settings);
        await app.StartAsync();
        await StartupBanner.PrintAsync(app, settings);
        // When the Sandbox cannot keep what it is told any more, the gateway ends too, with its message.
        await await Task.WhenAny(app.WaitForShutdownAsync(), sandbox?.Failure ?? Task.Delay(Timeout.Infinite));
    }

    private static async Task<SandboxServer?> StartSandbox(WebApplication app, GatewaySettings settings)
    {
        if (settings.Sandbox is not { } options)
            return null;
        var sandbox = await SandboxServer.StartAsync(options, app.Services.GetRequiredService<ILoggerFactory>());
        settings.OpenIm.ApiAddress = sandbox.ApiAddress;
        settings.OpenIm.WsAddress = sandbox.WsAddress;
        await app.Services.GetRequiredService<SandboxAccounts>().RegisterAsync(CancellationToken.None);
        return sandbox;
    }
}
