using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>A running gateway in front of its Sandbox, for the tests that walk the catalogue.</summary>
[CollectionDefinition(Name)]
public sealed class CatalogueGateway : IAsyncLifetime, ICollectionFixture<CatalogueGateway>
{
    public const string Name = "the catalogue's gateway";

    private readonly Dictionary<CatalogueDialect, CatalogueClient> _shared = [];
    private readonly ConcurrentBag<string> _tokens = [];
    private GatewayProcess _gateway = null!;
    private SandboxAccounts _accounts = null!;
    private HttpClient _administrator = null!;
    private string _peer = "";

    /// <summary>What the gateway is started with, over the defaults.</summary>
    internal IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _gateway = await GatewayProcess.StartAsync(Configuration, cancellationToken);
        _accounts = await SandboxAccounts.OpenAsync(_gateway.SandboxApi, cancellationToken);
        _administrator = new HttpClient { BaseAddress = _gateway.SandboxApi };
        var admin = await Post("/auth/get_admin_token", new { secret = "openIM123", userID = "imAdmin" });
        _administrator.DefaultRequestHeaders.Add("token", admin.GetProperty("token").GetString());
        _peer = await _accounts.RegisterAsync("peer", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _shared.Values)
            await client.DisposeAsync();
        _administrator?.Dispose();
        _accounts?.Dispose();
        if (_gateway is null)
            return;
        await _gateway.DisposeAsync();
        Assert.DoesNotContain(Surroundings.Secret, _gateway.Output, StringComparison.Ordinal);
        foreach (var token in _tokens)
            Assert.DoesNotContain(token, _gateway.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// A new user with a friend, from whom there is a message, and a group of the two; logged in on a connection of its
    /// own.
    /// </summary>
    internal async Task<CatalogueClient> LoginAsync(CatalogueDialect dialect)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var self = await _accounts.RegisterAsync("walker", cancellationToken);
        await Post("/friend/import_friend", new { ownerUserID = self, friendUserIDs = new[] { _peer } });
        var group = await CreateGroup(self, _peer);
        var (stranger, applicant) =
            (await _accounts.RegisterAsync("stranger", cancellationToken), await _accounts.RegisterAsync("applicant", cancellationToken));
        await Post("/group/join_group", new { groupID = group, reqMessage = "hello", joinSource = 3, inviterUserID = applicant });
        await Post("/friend/add_friend", new { fromUserID = applicant, toUserID = self, reqMsg = "hello", ex = "" });
        var token = await _accounts.TokenAsync(self, cancellationToken);
        _tokens.Add(token);
        var around = new Surroundings(
            self, token, _peer,
            group, await SendMessage(_peer, self), await SendMessage(self, _peer), stranger, applicant,
            await CreateGroup(_peer, self), await CreateGroup(_peer, stranger), await CreateGroup(self, _peer),
            await SendMessage(stranger, applicant, Surroundings.Secret));
        CatalogueClient client = dialect switch
        {
            CatalogueDialect.V2 => new V2CatalogueClient(_gateway.Legacy, around),
            CatalogueDialect.V3 => new V3CatalogueClient(_gateway.Legacy, around),
            _ => new HubCatalogueClient(_gateway.Hub, dialect == CatalogueDialect.HubMessagePack, around),
        };
        await client.LoginAsync();
        return client;
    }

    /// <summary>Puts the faults of the Sandbox in force (docs/sandbox.md); an empty object switches all off.</summary>
    internal async Task SetFaultsAsync(object faults) => await Post("/sandbox/faults", faults);

    /// <summary>One client of that dialect for all who do nothing that ends its session.</summary>
    internal async Task<CatalogueClient> SharedAsync(CatalogueDialect dialect) =>
        _shared.TryGetValue(dialect, out var client) ? client : _shared[dialect] = await LoginAsync(dialect);

    /// <summary>Calls on a shared client. One that did not answer is nobody's any longer.</summary>
    internal async Task<CatalogueAnswer> CallSharedAsync(
        CatalogueClient client, string function, string arguments, string mistake)
    {
        try
        {
            return await client.CallAsync(function, arguments);
        }
        catch (Exception failure)
        {
            _shared.Remove(_shared.First(shared => shared.Value == client).Key);
            await client.DisposeAsync();
            throw new InvalidOperationException($"{function} was not answered: {mistake}", failure);
        }
    }

    private async Task<string> CreateGroup(string owner, string member)
    {
        var created = await Post("/group/create_group", new
        {
            ownerUserID = owner,
            memberUserIDs = new[] { member },
            groupInfo = new { groupName = "walkers", groupType = 2 },
        });
        return created.GetProperty("groupInfo").GetProperty("groupID").GetString()!;
    }

    private async Task<string> SendMessage(string from, string to, string text = "hello")
    {
        var sent = await Post("/msg/send_msg", new
        {
            sendID = from,
            recvID = to,
            senderPlatformID = Platform.Web,
            contentType = 101,
            sessionType = 1,
            content = new { content = text },
        });
        return sent.GetProperty("clientMsgID").GetString()!;
    }

    private async Task<JsonElement> Post(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("operationID", Guid.NewGuid().ToString());
        using var response = await _administrator.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(reply.GetProperty("errCode").GetInt32() == 0, $"{path} answers {reply}");
        return reply.TryGetProperty("data", out var data) ? data : default;
    }
}
