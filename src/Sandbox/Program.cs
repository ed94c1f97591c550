using OpenIM.SignalR.Sandbox;

// The embedded OpenIM server on its own. Options are those of SandboxOptions, from the environment (Sandbox_RestPort=...)
// or the command line: dotnet run --project src/Sandbox -- --RestPort 10002 --GatewayPort 10001
var options = new ConfigurationBuilder()
    .AddEnvironmentVariables("Sandbox_")
    .AddCommandLine(args)
    .Build()
    .Get<SandboxOptions>() ?? new SandboxOptions();
if (options.Validate().ToList() is { Count: > 0 } errors)
{
    foreach (var error in errors)
        await Console.Error.WriteLineAsync(error);
    return 1;
}

using var host = Host.CreateApplicationBuilder(args).Build();
await using var server = await SandboxServer.StartAsync(options, host.Services.GetRequiredService<ILoggerFactory>());
Console.WriteLine($"""
    OpenIM sandbox
      REST API         {server.ApiAddress.GetLeftPart(UriPartial.Authority)}
      Message gateway  {server.WsAddress.GetLeftPart(UriPartial.Authority)}
      Administrator    {options.AdminUserID}, secret {options.Secret}
    """);
await host.RunAsync();
return 0;
