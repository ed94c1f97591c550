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
    private const int NoRequest = 20000;

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
        var given = AsGiven(function);
        return Write(given, given.Arguments.Select(argument => SampleArguments.Of(argument, Around.For(function.Name))));
    }

    public override IEnumerable<WrongArguments> WrongArguments(FunctionInfo function)
    {
        var given = AsGiven(function);
        foreach (var data in (string[])["", "{}", "7", "\"text\"", "[", "[\"", "null null"])
            yield return new($"data {data}", data, Always(function) ?? [NoRequest]);
        yield return new("nulls only", "[null,null,null]", Always(function) ?? [NoRequest]);
        foreach (var wrong in PositionalMistakes.Of(given, Around.For(function.Name)))
            yield return new(wrong.Text, Write(given, wrong.Arguments), CodesOf(given, wrong));
    }

    public override async Task<CatalogueAnswer> CallAsync(string function, string arguments)
    {
        var reply = await _client!.ReadReplyAsync(await _client.RequestAsync(function, arguments));
        return new(reply.ErrCode, reply.ErrCode == 0 ? reply.Data : reply.ErrMsg);
    }

    public override int RefusalCode(OpenImError refusal) => refusal.Code;

    public override int CodeOf(string function, int code) => CodeOf(code, V3Functions.Find(function)!);

    public override ValueTask DisposeAsync() => _client?.DisposeAsync() ?? default;

    // Some take in one structure what later SDKs take one by one, some are another function of the hub.
    private static FunctionInfo AsGiven(FunctionInfo function)
    {
        var v3 = V3Functions.Find(function.Name)!;
        if (v3.OneObject is { } one)
            return function with { Arguments = [new FunctionArgument(function.Arguments is [var only] ? only.Name : "", one.Type.Name)] };
        return FunctionCatalogue.Find(v3.Method) is { } method ? function with { Arguments = method.Arguments } : function;
    }

    private static int[] CodesOf(FunctionInfo function, PositionalMistake wrong)
    {
        if (Always(function) is { } always)
            return always;
        var v3 = V3Functions.Find(function.Name)!;
        if (wrong.Arguments.Any(argument => argument is null))
            return [NoRequest];
        if (v3.IsWithoutEffect)
            return [0];
        if (function.Name == "Login")
            return [ErrorCode.LoginRepeat];
        var missing = function.Arguments.Count - wrong.Arguments.Length;
        if (wrong.Mistake == Mistake.Count && !(missing > 0 && missing <= v3.OptionalArguments))
            return [ErrorCode.Unknown];
        return wrong.Mistake == Mistake.Type
            ? [ErrorCode.Unknown]
            : [.. DocumentedErrors.CodesOf(Documented(function, v3), PlaceOf(v3.Method, wrong), AsRead(wrong.Mistake))
                .Select(code => CodeOf(code, v3))];
    }

    // The places of the structure are the hub's arguments (v3 has one name for one id and for many); an empty structure
    // lacks the first.
    private static string PlaceOf(string method, PositionalMistake wrong)
    {
        var names = FunctionCatalogue.Find(method)?.Arguments.Select(argument => argument.Name).ToArray() ?? [];
        return !wrong.Place.StartsWith('.') && wrong.Place.Length > 0 ? wrong.Place
            : names.FirstOrDefault(name => name.TrimEnd('s') == wrong.Place.TrimStart('.').TrimEnd('s')) ?? names.FirstOrDefault("");
    }

    private static int[]? Always(FunctionInfo function) =>
        function.Availability == FunctionAvailability.Available ? null : [function.Refusal.Code];

    // A null in a structure is nothing, as Go has it.
    private static Mistake AsRead(Mistake mistake) => mistake == Mistake.NullValue ? Mistake.Zero : mistake;

    private static string Documented(FunctionInfo function, V3Function v3) =>
        DocumentedErrors.TextOf(function.Name).Length > 0 ? function.Name : v3.Method;

    // The SDK's own errors that the old gateway had wrapped are 10005.
    private static int CodeOf(int code, V3Function v3) => code switch
    {
        ErrorCode.Arguments => v3.TellsArgumentsError ? code : ErrorCode.Unknown,
        ErrorCode.Internal or ErrorCode.Network or ErrorCode.NotLoggedIn or ErrorCode.GroupNotFound or ErrorCode.UserNotFound =>
            ErrorCode.Unknown,
        _ => code,
    };

    private static string Write(FunctionInfo given, IEnumerable<JsonNode?> arguments) =>
        DeepJson.WriteList(arguments.Select((argument, i) =>
            i < given.Arguments.Count ? Pack(given.Arguments[i].Type, argument) : argument?.DeepClone()));

    private static JsonNode? Pack(string type, JsonNode? value) =>
        value is null or JsonValue || type is "string" or "int" or "long" or "double" or "bool" or "callback"
            ? value?.DeepClone()
            : DeepJson.Write(value);
}
