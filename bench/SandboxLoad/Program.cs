using System.Text.Json;
using OpenIM.SignalR.SandboxLoad;

// Load for the Sandbox alone, by the protocols of an OpenIM server: REST and the message gateway's JSON frames.
//   dotnet run -c Release --project bench/SandboxLoad -- --rest URL --ws URL --pid N --phase single --pairs 50
// Phases: population (--users --conversations), idle (--connections), single (--pairs --in-flight | --rate --seconds),
// group (--members --senders --in-flight | --rate --seconds). Prints one JSON object; progress goes to stderr.
var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 0; i + 1 < args.Length; i += 2)
    options[args[i].TrimStart('-')] = args[i + 1];
var server = new ServerUnderLoad(
    new Uri(options["rest"]), new Uri(options["ws"]), int.Parse(options["pid"]));
await server.LogInAsync();

int Number(string name, int usual) => options.TryGetValue(name, out var text) ? int.Parse(text) : usual;

object report = options["phase"] switch
{
    "population" => await Population.MeasureAsync(server, Number("users", 10_000), Number("conversations", 100)),
    "idle" => await IdleConnections.MeasureAsync(server, Number("connections", 2000), Number("seconds", 20)),
    "single" => await MessageLoad.SingleChatsAsync(
        server, Number("pairs", 50), Number("in-flight", 4), Number("rate", 0), Number("seconds", 10)),
    "group" => await MessageLoad.GroupAsync(
        server, Number("members", 1000), Number("senders", 10), Number("in-flight", 1), Number("rate", 0),
        Number("seconds", 10)),
    var phase => throw new ArgumentException($"There is no phase {phase}."),
};
Console.WriteLine(JsonSerializer.Serialize(report, ServerUnderLoad.Json));
