using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>The functions as methods of the hub; arguments are written as a JSON array.</summary>
internal sealed class HubCatalogueClient : CatalogueClient
{
    private const string Before = "HubException: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HubConnection _connection;
    private readonly bool _isMessagePack;

    public HubCatalogueClient(Uri hub, bool isMessagePack, Surroundings around)
        : base(around)
    {
        _isMessagePack = isMessagePack;
        var builder = new HubConnectionBuilder()
            .WithUrl(hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(around.Token));
        if (isMessagePack)
            builder.AddMessagePackProtocol();
        _connection = builder.Build();
    }

    public override string LoggedIn => "3";

    public override async Task LoginAsync()
    {
        await _connection.StartAsync(TestContext.Current.CancellationToken);
        var answer = await CallAsync("Login", new JsonArray(Around.Self, Around.Token).ToJsonString());
        Assert.True(answer.IsOk, answer.Text);
    }

    public override string ValidArguments(FunctionInfo function) => function.Name == "Login"
        ? new JsonArray(Around.Self, Around.Token).ToJsonString()
        : DeepJson.WriteList(function.Arguments.Select(argument => SampleArguments.Of(argument, Around.For(function.Name))));

    public override IEnumerable<WrongArguments> WrongArguments(FunctionInfo function) =>
        PositionalMistakes.Of(function, Around.For(function.Name)).Select(wrong =>
            new WrongArguments(wrong.Text, DeepJson.WriteList(wrong.Arguments), CodesOf(function, wrong)));

    public override async Task<CatalogueAnswer> CallAsync(string function, string arguments)
    {
        var given = DeepJson.ReadList(arguments).Select(argument => _isMessagePack ? Plain(argument) : argument).ToArray();
        try
        {
            var result = await _connection
                .InvokeCoreAsync(function, typeof(object), given, TestContext.Current.CancellationToken)
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            return new(0, TextOf(result));
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

    public override int CodeOf(string function, int code) => code;

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static int[] CodesOf(FunctionInfo function, PositionalMistake wrong) =>
        function.Availability != FunctionAvailability.Available ? [function.Refusal.Code]
        : wrong.Mistake is Mistake.Count or Mistake.Type or Mistake.NullValue ? [ErrorCode.Arguments]
        : DocumentedErrors.CodesOf(function.Name, wrong.Place, wrong.Mistake);

    // What an application has in its hands when it speaks MessagePack.
    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(one => one.Name, one => Plain(one.Value), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : (object)value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static string TextOf(object? result) => result switch
    {
        null => "",
        IDictionary<object, object> map => string.Join(' ', map.Select(one => $"{one.Key}: {TextOf(one.Value)}")),
        object[] list => string.Join(' ', list.Select(TextOf)),
        _ => Convert.ToString(result, CultureInfo.InvariantCulture) ?? "",
    };
}
