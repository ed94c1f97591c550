using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>The functions as methods of the hub; arguments are written as a JSON array.</summary>
internal sealed class HubCatalogueClient : CatalogueClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Before = "HubException: ";

    private readonly HubConnection _connection;

    public HubCatalogueClient(Uri hub, Surroundings around)
        : base(around) => _connection = new HubConnectionBuilder()
            .WithUrl(hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(around.Token))
            .Build();

    public override string LoggedIn => "3";

    public override async Task LoginAsync()
    {
        await _connection.StartAsync(TestContext.Current.CancellationToken);
        var answer = await CallAsync("Login", new JsonArray(Around.Self, Around.Token).ToJsonString());
        Assert.True(answer.IsOk, answer.Text);
    }

    public override string ValidArguments(FunctionInfo function) => function.Name == "Login"
        ? new JsonArray(Around.Self, Around.Token).ToJsonString()
        : Write(function.Arguments.Select(argument => SampleArguments.Of(argument, Around.For(function.Name))));

    public override IEnumerable<WrongArguments> WrongArguments(FunctionInfo function) =>
        PositionalMistakes.Of(function, Around)
            .Select(wrong => new WrongArguments(wrong.Mistake, Write(wrong.Arguments), wrong.IsRefused));

    public override async Task<CatalogueAnswer> CallAsync(string function, string arguments)
    {
        object?[] given = [.. JsonSerializer.Deserialize<JsonElement[]>(arguments)!.Cast<object?>()];
        try
        {
            var result = await _connection
                .InvokeCoreAsync(function, typeof(object), given, TestContext.Current.CancellationToken)
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            return new(0, result?.ToString() ?? "");
        }
        catch (HubException refused)
        {
            // SignalR's own words stand before those of the gateway.
            var text = refused.Message[(refused.Message.IndexOf(Before, StringComparison.Ordinal) is var at and >= 0
                ? at + Before.Length
                : 0)..];
            var code = text.Split(' ', 2)[0];
            return new(int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : -1, text);
        }
    }

    public override int RefusalCode(OpenImError refusal) => refusal.Code;

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Write(IEnumerable<JsonNode?> arguments) => new JsonArray([.. arguments]).ToJsonString();
}
