using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>
/// Every request ends in a result, an error or a time-out with its own code, whatever becomes of OpenIM: a function of
/// each kind (REST, a request of the message gateway, one made of several) in every dialect, during a fault and after
/// it. The gateway gives OpenIM two seconds here.
/// </summary>
public sealed class UpstreamFaultTests : IAsyncLifetime
{
    private const string Rest = "GetBlackList";
    private const string Request = "TypingStatusUpdate";
    private const string Composite = "SetSelfInfo";

    /// <summary>A request of the message gateway whose success shows by itself: OpenIM pushes what it took.</summary>
    private const string Send = "SendMessage";

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(20);

    private readonly CatalogueGateway _gateway = new()
    {
        Configuration = new Dictionary<string, string> { ["OpenIM:RequestTimeout"] = "00:00:02" },
    };

    private CatalogueClient[] _clients = [];

    public static TheoryData<string> Faults => [.. Expected.Keys];

    /// <summary>For each fault what it is, and the codes of the four functions, as the hub has them.</summary>
    private static Dictionary<string, (object Fault, int OfRest, int OfRequest, int OfSend, int OfComposite)> Expected
    { get; } = new(StringComparer.Ordinal)
    {
        ["a server that refuses with its own error"] =
            (new { refusalRate = 1, refusalCode = 500, faultTargets = Targets }, 500, 500, 500, 500),
        ["a proxy without a server behind it"] =
            (new { unavailableRate = 1, faultTargets = Targets }, ErrorCode.Internal, 0, 0, ErrorCode.Internal),
        ["a connection that is cut"] =
            (new { disconnectRate = 1, faultTargets = Targets },
                ErrorCode.Network, ErrorCode.NetworkTimeout, ErrorCode.NetworkTimeout, ErrorCode.Network),
        ["an answer that gets lost"] =
            (new { lostAnswerRate = 1, faultTargets = Targets }, ErrorCode.Network, ErrorCode.NetworkTimeout, 0, ErrorCode.Network),
        ["a server that is slower than one waits"] =
            (new { latency = "00:00:04" },
                ErrorCode.NetworkTimeout, ErrorCode.NetworkTimeout, ErrorCode.NetworkTimeout, ErrorCode.NetworkTimeout),
    };

    private static string Targets => "/friend/get_black_list, 1003, /user/update_user_info_ex";

    public async ValueTask InitializeAsync()
    {
        await _gateway.InitializeAsync();
        _clients = await Task.WhenAll(Enum.GetValues<CatalogueDialect>().Select(_gateway.LoginAsync));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_request_during_a_fault_ends_with_its_code_and_the_next_one_after_it_is_answered(string fault)
    {
        var (options, rest, request, send, composite) = Expected[fault];
        await _gateway.SetFaultsAsync(options);

        var ended = await Task.WhenAll(_clients.Select(client => Calls(
            client, (Rest, rest), (Request, request), (Send, send), (Composite, composite))));

        await _gateway.SetFaultsAsync(new { });
        var differing = ended.SelectMany(calls => calls).ToList();
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        await Task.WhenAll(_clients.Select(IsUsable));
    }

    private static async Task<List<string>> Calls(CatalogueClient client, params (string Function, int Code)[] calls)
    {
        var differing = new List<string>();
        foreach (var (name, code) in calls)
        {
            var answer = await client.CallAsync(name, Arguments(client, name));
            if (answer.Code != client.CodeOf(name, code) && !RanOutOfTime(client, name, code, answer))
                differing.Add($"{client.GetType().Name} {name}: {answer.Code} {answer.Text} instead of {client.CodeOf(name, code)}");
        }
        return differing;
    }

    // A call that is cut off on a connection that was in use before is made again on a new one; on a slow machine its
    // time may be over before that is cut off too.
    private static bool RanOutOfTime(CatalogueClient client, string name, int code, CatalogueAnswer answer) =>
        code == ErrorCode.Network && answer.Code == client.CodeOf(name, ErrorCode.NetworkTimeout);

    private static async Task IsUsable(CatalogueClient client)
    {
        foreach (var name in (string[])[Rest, Request, Send, Composite])
        {
            // The session may be on its way back to OpenIM.
            var start = Stopwatch.GetTimestamp();
            var answer = await client.CallAsync(name, Arguments(client, name));
            while (!answer.IsOk && Stopwatch.GetElapsedTime(start) < Recovery)
                answer = await client.CallAsync(name, Arguments(client, name));
            Assert.True(answer.IsOk, $"{client.GetType().Name} {name} after the fault: {answer.Code} {answer.Text}");
        }
        var status = await client.CallAsync("GetLoginStatus", client is V2CatalogueClient ? "" : "[]");
        Assert.Equal(client.LoggedIn, status.Text);
    }

    private static string Arguments(CatalogueClient client, string name) =>
        client.ValidArguments(FunctionCatalogue.Find(name)!);
}
