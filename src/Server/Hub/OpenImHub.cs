using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Compat;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

/// <summary>
/// OpenIM's SDK as a hub: one method per function, under the function's name, with its arguments; the files are the families.
/// A method passes its call to the session that the connection's token names, wherever in the cluster it lives, and turns
/// an error into a <see cref="HubException"/> whose text is <c>&lt;code&gt; &lt;message&gt;</c>.
/// <para>
/// A parameter that is not nullable must be given, except that a text that is null is the empty one (<see cref="HubGuard"/>). Functions that are in
/// the catalogue and not here are answered with their reason (<see cref="HubMethods"/>).
/// </para>
/// </summary>
[Authorize(AuthenticationSchemes = TokenAuthentication.Scheme)]
internal sealed partial class OpenImHub(
    IGrainFactory grains, TokenVerifier tokens, TimeProvider time, GatewayMetrics metrics, IHubContext<OpenImHub> context)
    : Hub<IOpenImClient>
{
    public override Task OnConnectedAsync()
    {
        var identity = TokenIdentity.Of(Context.User!);
        Context.Features.Set(new ClientSession(identity, grains.GetGrain<ISessionGrain>(identity.Session.ToString())));
        metrics.ConnectionOpened();
        return Task.CompletedTask;
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        metrics.ConnectionClosed();
        if (Client.LoginStarted)
            await Client.Grain.Detach(Context.ConnectionId);
    }

    /// <summary>The connection's session, whether it is logged in or not.</summary>
    private ClientSession Client => Context.Features.GetRequiredFeature<ClientSession>();

    /// <summary>The connection's session, which is logged in, with a token that is good.</summary>
    private ISessionGrain Session
    {
        get
        {
            var client = Client;
            ThrowWhenExpired(client);
            return client.LoggedIn ? client.Grain : throw Refused(Errors.NotLoggedIn);
        }
    }

    /// <summary>Whether the client speaks one of the dialects before v3.8.</summary>
    private bool IsLegacyClient => Context.Features.Get<LegacyClientFeature>() is not null;

    /// <summary>Ends the waiting of a call whose client is gone.</summary>
    private CancellationToken Aborted => Context.ConnectionAborted;

    private void ThrowWhenExpired(ClientSession client)
    {
        if (client.Identity.Expires <= time.GetUtcNow())
            throw Refused(TokenErrors.Expired);
    }

    private static async Task<T> Answer<T>(Task<Result<T>> call) => Value(await call);

    private static async Task<T> Answer<T>(ValueTask<Result<T>> call) => Value(await call);

    private static async Task Answer(Task<Result> call)
    {
        if (await call is { IsOk: false } failed)
            throw Refused(failed.Error);
    }

    private static T Value<T>(Result<T> result) => result.IsOk ? result.Value! : throw Refused(result.Error);

    private static HubException Refused(OpenImError error) => new(error.ToString());
}
