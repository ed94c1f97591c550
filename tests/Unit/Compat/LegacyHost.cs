using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Compat;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>
/// A real Kestrel with legacy clients in front of <see cref="LegacyHub"/>. A token is <c>userID/platformID</c>; any
/// other text is a malformed token.
/// </summary>
public sealed class LegacyHost : IAsyncLifetime
{
    private readonly WebApplication _app;

    public LegacyHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Errors);
        builder.Services.AddSignalR(options => options.MaximumParallelInvocationsPerClient = 16);
        builder.Services.AddSingleton<LegacyHub.Calls>();
        // AddAuthentication would bring data protection, which warns about its keys on a machine that has none yet.
        builder.Services.AddAuthenticationCore().AddWebEncoders();
        new AuthenticationBuilder(builder.Services)
            .AddScheme<AuthenticationSchemeOptions, TextTokens>(TokenAuthentication.Scheme, configureOptions: null);
        builder.Services.AddLegacyClients();
        _app = builder.Build();
        _app.UseLegacyClients<LegacyHub>();
        _app.UseAuthentication();
        _app.MapHub<LegacyHub>("/hub");
        _app.MapGet("/", () => "the page");
    }

    internal ErrorLog Errors { get; } = new();

    internal LegacyHub.Calls Calls => _app.Services.GetRequiredService<LegacyHub.Calls>();

    internal IHubContext<LegacyHub> Hub => _app.Services.GetRequiredService<IHubContext<LegacyHub>>();

    internal T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Uri Address { get; private set; } = new("http://localhost");

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Assert.True(Errors.Entries.IsEmpty, string.Join(Environment.NewLine, Errors.Entries));
    }

    /// <summary>A connected v3 client that has read its InitSDK frame.</summary>
    internal async Task<LegacyClient> OpenV3Async(string userId, string? token = null, int platformId = Platform.Web)
    {
        var client = await LegacyClient.OpenAsync(
            Address, $"sendID={userId}&token={token ?? $"{userId}/{platformId}"}&platformID={platformId}&operationID=open");
        Assert.Equal("InitSDK", (await client.ReadAsync()).Event);
        return client;
    }

    internal async Task<LegacyClient> LoginV3Async(string userId)
    {
        var client = await OpenV3Async(userId);
        await client.CallV3Async("Login", userId, $"{userId}/{Platform.Web}");
        return client;
    }

    internal Task<LegacyClient> OpenV2Async(string userId) =>
        LegacyClient.OpenAsync(Address, $"sendID={userId}&token={userId}/{Platform.Web}&platformID={Platform.Web}");

    private sealed class TextTokens(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers.Authorization.ToString() is not { Length: > 7 } header)
                return Task.FromResult(AuthenticateResult.NoResult());
            if (header["Bearer ".Length..].Split('/') is not [var userId, var platformId])
            {
                var properties = new AuthenticationProperties();
                properties.Items[TokenAuthentication.ErrorItem] = "1503 TokenMalformedError";
                return Task.FromResult(AuthenticateResult.Fail("no token", properties));
            }

            var identity = new ClaimsIdentity(
                [new(TokenAuthentication.UserIdClaim, userId), new(TokenAuthentication.PlatformIdClaim, platformId)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
