using OpenIM.SignalR.Sandbox;

// The embedded OpenIM server on its own. Options are those of SandboxOptions and FaultOptions, from the environment
// (Sandbox_RestPort=...) or the command line: dotnet run --project src/Sandbox -- --RestPort 10002 --GatewayPort 10001
var configuration = new ConfigurationBuilder().AddEnvironmentVariables("Sandbox_").AddCommandLine(args).Build();
SandboxOptions options;
try
{
    options = (configuration.Get<SandboxOptions>() ?? new SandboxOptions()) with
    {
        Faults = configuration.Get<FaultOptions>() ?? new FaultOptions(),
    };
}
catch (InvalidOperationException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
if (options.Validate().ToList() is { Count: > 0 } errors)
{
    foreach (var error in errors)
        await Console.Error.WriteLineAsync(error);
    return 1;
}

using var host = Host.CreateApplicationBuilder(args).Build();
try
{
    await using var server = await SandboxServer.StartAsync(
        options, host.Services.GetRequiredService<ILoggerFactory>());
    Console.WriteLine($"""
        OpenIM sandbox
          REST API         {server.ApiAddress.GetLeftPart(UriPartial.Authority)}
          Page             {server.ApiAddress}
          Message gateway  {server.WsAddress.GetLeftPart(UriPartial.Authority)}
          Administrator    {options.AdminUserID}, secret {options.Secret}
          Kept in          {(options.File is null ? "memory: nothing is kept when it stops" : Path.GetFullPath(options.File))}
        """);
    await await Task.WhenAny(host.RunAsync(), server.Failure);
    return 0;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // A port that is taken, a file that cannot be read or written: the stack would help nobody.
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
