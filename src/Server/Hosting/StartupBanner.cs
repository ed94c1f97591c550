using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Server;

/// <summary>What the gateway says when it is ready. Addresses only: connection strings may hold passwords.</summary>
internal static class StartupBanner
{
    public static async Task PrintAsync(WebApplication app, GatewaySettings settings)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        var port = new Uri(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal)).Port;
        await Console.Out.WriteLineAsync($"""

            OpenIM.SignalR is ready.
              Page            http://127.0.0.1:{port}/
              Hub             http://127.0.0.1:{port}/hub
              Legacy clients  ws://127.0.0.1:{port}/
              OpenIM          {(settings.Sandbox is null ? "" : "Sandbox: ")}{Of(settings.OpenIm.ApiAddress)}, {Of(settings.OpenIm.WsAddress)}
              Storage         {Storage(settings.Storage)}{(settings.Cluster is { Name: var name } ? $", node of cluster {name}" : "")}
            """);
        if (settings.Sandbox is not null)
            await Console.Out.WriteLineAsync($"""
                  Accounts        {string.Join(", ", SandboxAccounts.UserIDs)}: choose one on the page
                  Message flow    {Of(settings.OpenIm.ApiAddress)}/

                  The Sandbox is an OpenIM server in this process; {Memory(settings.Sandbox)}. With your own OpenIM:
                    --OpenIM:ApiAddress http://im.example.com:10002 --OpenIM:WsAddress ws://im.example.com:10001
                """);
        await Console.Out.WriteLineAsync();
    }

    private static string Memory(SandboxOptions sandbox) => sandbox.File is { } file
        ? $"it keeps everything in {Path.GetFullPath(file)}"
        : "it forgets everything when it stops";

    private static string Of(Uri address) => address.ToString().TrimEnd('/');

    private static string Storage(StorageOptions storage) => storage.Provider switch
    {
        StorageProvider.Sqlite => $"SQLite in {Path.GetFullPath(storage.Directory)}",
        StorageProvider.Memory => "memory: nothing is kept when the gateway stops",
        var provider => provider.ToString(),
    };
}
