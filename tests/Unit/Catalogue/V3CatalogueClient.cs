using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.V3;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Compat;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// The functions as npm 3.x calls them: a JSON array in which structures are texts of JSON.
/// </summary>
internal sealed class V3CatalogueClient(Uri address, Surroundings around) : CatalogueClient(around)
{
    private LegacyClient? _client;

    public override string LoggedIn => "3";

    public override async Task LoginAsync()
    {
        _client = await LegacyClient.OpenAsync(
            address, $"sendID={Around.Self}&token={Around.Token}&platformID={Platform.Web}&operationID=open");
        var answer = await CallAsync("Login", ValidArguments(FunctionCatalogue.Find("Login")!));
        Assert.True(answer.IsOk, answer.Text);
    }

    public override string ValidArguments(FunctionInfo function)
    {
        if (function.Name == "Login")
            return new JsonArray(Around.Self, Around.Token).ToJsonString();
        if (V3Functions.Find(function.Name)!.OneObject is { } one)
            return new JsonArray(SampleArguments.Record(one.Type, Around.For(function.Name)).ToJsonString()).ToJsonString();
        var arguments = function.Arguments.Select(argument => (argument, SampleArguments.Of(argument, Around.For(function.Name)))).ToArray();
        return Write(arguments.Select(given => Pack(given.argument.Type, given.Item2)));
    }

    public override IEnumerable<WrongArguments> WrongArguments(FunctionInfo function)
    {
        var v3 = V3Functions.Find(function.Name)!;
        foreach (var data in (string[])["", "{}", "7", "\"text\"", "[", "[\"", "null null"])
            yield return new($"data {data}", data, IsRefused: true);
        yield return new("nulls only", "[null,null,null]", IsRefused: true);
        foreach (var (mistake, arguments, isRefused) in PositionalMistakes.Of(function, Around))
        {
            var isTaken = v3.IsWithoutEffect || (v3.OneObject is not null && arguments.Length == 1)
                || (arguments.Length < function.Arguments.Count
                    && arguments.Length >= function.Arguments.Count - v3.OptionalArguments);
            yield return new(mistake, Write(arguments.Select((argument, i) =>
                i < function.Arguments.Count ? Pack(function.Arguments[i].Type, argument) : argument?.DeepClone())),
                isRefused && !isTaken);
        }
    }

    public override async Task<CatalogueAnswer> CallAsync(string function, string arguments)
    {
        var reply = await _client!.ReadReplyAsync(await _client.RequestAsync(function, arguments));
        return new(reply.ErrCode, reply.ErrCode == 0 ? reply.Data : reply.ErrMsg);
    }

    public override int RefusalCode(OpenImError refusal) => V3Errors.Bare(refusal).Code;

    public override ValueTask DisposeAsync() => _client?.DisposeAsync() ?? default;

    private static JsonNode? Pack(string type, JsonNode? value) =>
        value is null or JsonValue || type is "string" or "int" or "long" or "double" or "bool" or "callback"
            ? value?.DeepClone()
            : value.ToJsonString();

    private static string Write(IEnumerable<JsonNode?> arguments) => new JsonArray([.. arguments]).ToJsonString();
}
