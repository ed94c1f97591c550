using System.Text.Json.Nodes;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Compat;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// The functions as npm 2.x calls them: a text, or JSON, or an object of named values in which structures are texts of
/// JSON.
/// </summary>
internal sealed class V2CatalogueClient(Uri address, Surroundings around) : CatalogueClient(around)
{
    private LegacyClient? _client;
    private Surroundings _about = around;

    public override string LoggedIn => "101";

    public override async Task LoginAsync()
    {
        _client = await LegacyClient.OpenAsync(
            address, $"sendID={Around.Self}&token={Around.Token}&platformID={Platform.Web}");
        var answer = await CallAsync("Login", ValidArguments(FunctionCatalogue.Find("Login")!));
        Assert.True(answer.IsOk, answer.Text);
    }

    public override string ValidArguments(FunctionInfo function)
    {
        if (function.Name == "Login")
            return new JsonObject { ["userID"] = Around.Self, ["token"] = Around.Token }.ToJsonString();
        _about = Around.For(function.Name);
        var row = V2Functions.Find(function.Name)!;
        return row.Shape switch
        {
            V2Shape.Ignored => "",
            V2Shape.Raw => function.Arguments.Select(argument => Plain(Sample(argument))).FirstOrDefault("text"),
            // The message itself, where later SDKs take its ids.
            V2Shape.Json when function.Name is "RevokeMessage" or "DeleteMessageFromLocalStorage" =>
                SampleArguments.Message(_about).ToJsonString(),
            V2Shape.Json when function.Arguments is [var only] => Sample(only).ToJsonString(),
            V2Shape.Json => All(function.Arguments.Select(argument => argument.Name)).ToJsonString(),
            _ when function.Arguments is [var only] && Sample(only) is JsonObject record =>
                With(record, row.Keys.Where(key => !record.ContainsKey(key))),
            _ => All(function.Dialects == FunctionDialects.V2
                ? row.Keys.Union(function.Arguments.Select(argument => argument.Name))
                : row.Keys).ToJsonString(),
        };

        string With(JsonObject record, IEnumerable<string> keys)
        {
            foreach (var key in keys)
                record[key] = Named(function, key);
            return record.ToJsonString();
        }

        JsonObject All(IEnumerable<string> keys) =>
            new(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)Named(function, key))));
    }

    public override IEnumerable<WrongArguments> WrongArguments(FunctionInfo function)
    {
        _about = Around.For(function.Name);
        return V2Mistakes.Of(function, ValidArguments(function), _about);
    }

    public override async Task<CatalogueAnswer> CallAsync(string function, string arguments)
    {
        var reply = await _client!.ReadReplyAsync(await _client.RequestAsync(function, arguments, Around.Self));
        return new(reply.ErrCode, reply.ErrCode == 0 ? reply.Data : reply.ErrMsg);
    }

    public override int RefusalCode(OpenImError refusal) => V2Errors.From(refusal).Code;

    public override int CodeOf(string function, int code) =>
        code == 0 ? 0 : V2Errors.From(new OpenImError(code, ""), V2Functions.Find(function)!, "").Code;

    public override ValueTask DisposeAsync() => _client?.DisposeAsync() ?? default;

    private JsonNode Sample(FunctionArgument argument) =>
        argument is { Name: "conversationID" } ? Around.V2Conversation : SampleArguments.Of(argument, _about);

    private JsonNode Named(FunctionInfo function, string key)
    {
        if (function.Arguments.FirstOrDefault(argument => argument.Name == key) is { } argument)
            return argument.Type is "object" ? new JsonArray(Around.V2Conversation).ToJsonString() : Packed(argument);
        return key switch
        {
            "groupBaseInfo" or "groupInfo" => new JsonObject { ["groupName"] = "walkers" }.ToJsonString(),
            "searchParam" => SampleArguments.Record(typeof(SearchGroupMembersParam), _about).ToJsonString(),
            "memberList" => "[]",
            "atUserIDList" => new JsonArray(_about.Peer).ToJsonString(),
            "conversationIDList" => new JsonArray(Around.V2Conversation).ToJsonString(),
            "keywordList" => new JsonArray("text"),
            "message" => SampleArguments.Message(_about).ToJsonString(),
            "messageList" => new JsonArray(SampleArguments.Message(_about)).ToJsonString(),
            _ when key.EndsWith("List", StringComparison.Ordinal) =>
                new JsonArray(SampleArguments.Text(key[..^4], _about)).ToJsonString(),
            _ when key.EndsWith("BaseInfo", StringComparison.Ordinal) => "{}",
            _ => SampleArguments.Text(key, _about),
        };
    }

    private JsonNode Packed(FunctionArgument argument) =>
        Sample(argument) is var value && value is JsonValue ? value : value.ToJsonString();

    private static string Plain(JsonNode value) =>
        value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value.ToJsonString();
}
