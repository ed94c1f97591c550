using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Sessions;

namespace OpenIM.SignalR.Server;

internal sealed partial class OpenImHub
{
    private const int LoggedOut = 1;

    private static readonly string Version = typeof(OpenImHub).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// Starts or joins the session. The connection enters the session's group first, so that it is told what its own Login
    /// causes.
    /// </summary>
    public async Task Login(string userID, string token)
    {
        var client = Client;
        var identity = Value(await tokens.Verify(token, Aborted));
        if (identity.Session != client.Identity.Session || userID != identity.Session.UserId)
            throw Refused(TokenErrors.Invalid);
        client.LoginStarted = true;
        // Clients with cursors ask for what they missed. The others are told, before anything that their Login causes.
        if (IsLegacyClient)
            foreach (var missed in await Answer(client.Grain.GetMissed()))
                await context.Clients.Client(Context.ConnectionId).SendCoreAsync(missed.Name, missed.ArgumentsWithCursor(), Aborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, client.Key, Aborted);
        var login = IsLegacyClient
            ? await client.Grain.LoginWithoutCursors(token, Context.ConnectionId, Aborted)
            : await client.Grain.Login(token, Context.ConnectionId, client.WasLoggedIn, Aborted);
        if (Aborted.IsCancellationRequested)
        {
            // The connection was lost meanwhile: its Detach may have been handled before it was attached.
            await client.Grain.Detach(Context.ConnectionId);
            return;
        }
        if (!login.IsOk)
        {
            if (!client.LoggedIn)
                await Groups.RemoveFromGroupAsync(Context.ConnectionId, client.Key, Aborted);
            throw Refused(login.Error);
        }
        client.Identity = identity;
        client.LoggedIn = client.WasLoggedIn = true;
    }

    public async Task Logout()
    {
        await Answer(Session.Logout(Aborted));
        Client.LoggedIn = false;
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, Client.Key, Aborted);
    }

    public ValueTask<int> GetLoginStatus() =>
        Client.LoginStarted ? new(Answer(Client.Grain.GetLoginStatus())) : ValueTask.FromResult(LoggedOut);

    public string GetLoginUserID() => Client.Identity.Session.UserId;

    /// <summary>The name that version 2 had for it.</summary>
    public string GetLoginUser() => GetLoginUserID();

    /// <summary>There is nothing to prepare: addresses and platform are the gateway's and the token's.</summary>
    public bool InitSDK(IMConfig? config) => true;

    /// <summary>The counterpart of <see cref="InitSDK"/>, with as little to do.</summary>
    public void UnInitSDK(string operationID)
    {
    }

    public string GetSdkVersion() => Version;

    public Task SetAppBackgroundStatus(bool isBackground) => Answer(Session.SetAppBackgroundStatus(isBackground, Aborted));

    public Task NetworkStatusChanged() => Answer(Session.NetworkStatusChanged(Aborted));

    /// <summary>Everything that the session has told after <paramref name="cursor"/>, or that it cannot say.</summary>
    public Task<SessionEvents> Resume(string cursor) => Answer(Session.Resume(cursor));
}
