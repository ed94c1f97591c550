using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Unit.Catalogue;
using OpenIM.SignalR.Unit.Server;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>
/// Every event that a dialect has, as its frame must be by the facts of the protocol: <c>events.json</c> says what
/// <c>data</c> and operationID are, <c>entities.json</c> which keys an entity has.
/// </summary>
public sealed partial class EventFormTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    /// <summary>Frames that are answers, or that npm makes itself; they are tested where they are made.</summary>
    private static readonly string[] NoEvents =
        ["error", "Protocol Error", "getMyLoginStatus", "InitSDK", "OnProgress", "OnRecvNewMessageFromOtherWeb"];

    public static TheoryData<string, string> Told
    {
        get
        {
            var told = new TheoryData<string, string>();
            var never = NeverSentEvents.Names;
            foreach (var fact in Facts("events.json").EnumerateArray())
            {
                var name = fact.GetProperty("name").GetString()!;
                var isNeverFired = fact.TryGetProperty("notes", out var notes)
                    && notes.GetString()!.Contains("never fired", StringComparison.OrdinalIgnoreCase);
                if (NoEvents.Contains(name) || never.Contains(name))
                    continue;
                if (fact.GetProperty("v2").ValueKind == JsonValueKind.String)
                    told.Add(name, "v2");
                if (fact.GetProperty("v3").ValueKind == JsonValueKind.String && !isNeverFired)
                    told.Add(name, "v3");
            }
            return told;
        }
    }

    [Theory]
    [MemberData(nameof(Told))]
    public async Task An_event_has_the_form_of_its_dialect(string name, string dialect)
    {
        var fact = Facts("events.json").EnumerateArray().Single(fact => fact.GetProperty("name").GetString() == name);
        var form = fact.GetProperty(dialect).GetString()!;
        var user = $"{dialect}{name.ToLowerInvariant()}";
        await using var client = dialect == "v2"
            ? await LoginV2(user, isBatch: name == "OnRecvNewMessages")
            : await host.LoginV3Async(user);

        await host.Hub.Clients.Group($"{user} Web").SendCoreAsync(name, Arguments(name), TestContext.Current.CancellationToken);
        var frame = await client.ReadAsync();
        while (frame.Event != name)
        {
            Assert.NotEqual("closed", frame.Event);
            frame = await client.ReadAsync();
        }

        Assert.Equal(fact.GetProperty("operationID").GetProperty(dialect).GetString()!.Trim('"'), frame.OperationId);
        if (name == "OnConnectFailed")
            Assert.NotEqual(0, frame.ErrCode);
        else
            Assert.Equal(0, frame.ErrCode);
        AssertForm(form, frame.Data, dialect);
    }

    private static void AssertForm(string form, string data, string dialect)
    {
        if (form.StartsWith("empty string", StringComparison.Ordinal))
        {
            Assert.Equal("", data);
            return;
        }
        var json = JsonElement.Parse(data);
        if (form.StartsWith("decimal integer", StringComparison.Ordinal))
        {
            Assert.Equal(json.GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), data);
            return;
        }
        if (ListOf().Match(form) is { Success: true } list)
        {
            Assert.NotEqual(0, json.GetArrayLength());
            AssertKeys(list.Groups[1].Value, json[0], dialect);
            return;
        }
        if (Keys().Match(form) is { Success: true } keys)
        {
            Assert.Equal(
                keys.Groups[1].Value.Split(',').Select(key => key.Split(':')[0]).Order(StringComparer.Ordinal),
                json.EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
            return;
        }
        var one = One().Match(form);
        Assert.True(one.Success, $"what is \"{form}\"?");
        AssertKeys(one.Groups[1].Value, json, dialect);
    }

    private static void AssertKeys(string entity, JsonElement json, string dialect)
    {
        Assert.Equal(JsonValueKind.Object, json.ValueKind);
        var fields = Facts("entities.json").GetProperty(dialect).GetProperty(entity).GetProperty("fields").EnumerateArray().ToArray();
        var keys = json.EnumerateObject().Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(keys.Except(fields.Select(field => field.GetProperty("json").GetString()!)));
        Assert.Empty(fields.Where(field => !(field.TryGetProperty("omitempty", out var may) && may.GetBoolean()))
            .Select(field => field.GetProperty("json").GetString()!).Except(keys));
    }

    private static object?[] Arguments(string name) =>
    [
        .. typeof(IOpenImClient).GetMethod(name)!.GetParameters().Select(parameter =>
            parameter.Name == "cursor" ? "e:1" : Sample(parameter.ParameterType)),
    ];

    private static object Sample(Type type)
    {
        if (type == typeof(string))
            return "text";
        if (type == typeof(int))
            return 7;
        if (type == typeof(bool))
            return true;
        if (type.IsGenericType && type.GetGenericArguments() is [var item])
        {
            var list = Array.CreateInstance(item, 1);
            list.SetValue(Sample(item), 0);
            return list;
        }
        if (type == typeof(LocalConversation))
            return (LocalConversation)ContractSamples.Full(type) with { LatestMsg = "" };
        // A single chat with oneself is nobody's: both ids of the sample are the same text.
        return type == typeof(MsgStruct) ? new MsgStruct
        {
            ClientMsgID = "m1",
            SendID = "anna",
            RecvID = "bert",
            SessionType = 1,
            ContentType = 101,
            TextElem = new() { Content = "hello" },
        } : ContractSamples.Full(type);
    }

    private async Task<LegacyClient> LoginV2(string user, bool isBatch)
    {
        var client = await host.OpenV2Async(user);
        await client.SendAsync(JsonSerializer.Serialize(new
        {
            data = JsonSerializer.Serialize(new { userID = user, token = $"{user}/{Platform.Web}" }),
            operationID = "login",
            userID = user,
            reqFuncName = "Login",
            batchMsg = isBatch ? 1 : 0,
        }));
        Assert.Equal(0, (await client.ReadReplyAsync("login")).ErrCode);
        return client;
    }

    private static JsonElement Facts(string file) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(RepositoryFolders.Docs, "protocol", "legacy", file)));

    [GeneratedRegex(@"^JSON array of (\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListOf();

    [GeneratedRegex(@"^JSON \w* ?\{([^}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"^JSON (\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex One();
}
