using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sessions;

internal sealed partial class SessionGrain
{
    private LoginStatus status = LoginStatus.LoggedOut;

    /// <summary>Null when the session is logged in; waits, within bounds, while it is logging in.</summary>
    private ValueTask<OpenImError?> WhenLoggedIn(CancellationToken cancellationToken) =>
        new(status == LoginStatus.LoggedOut ? Errors.NotLoggedIn : null);

    /// <summary>The own profile. Waits, within bounds, for the first data of a login.</summary>
    private ValueTask<Result<LocalUser>> WhenSelfKnown(CancellationToken cancellationToken = default) =>
        new(Errors.NotLoggedIn);

    /// <summary>One request over the message gateway and its answer.</summary>
    private Task<Result<TResponse>> Request<TResponse>(
        int reqIdentifier, IMessage request, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>, new() =>
        Task.FromResult<Result<TResponse>>(Errors.Network);

    /// <summary>
    /// One REST call with the session's token. An answer that says that the token is no longer good ends the session.
    /// </summary>
    private Task<Result<TResponse>> Call<TResponse>(
        Func<string, CancellationToken, Task<OpenImResponse<TResponse>>> call, CancellationToken cancellationToken)
        where TResponse : class =>
        Task.FromResult<Result<TResponse>>(Errors.Network);

    /// <summary>The position of a conversation; null when nothing of it was handled yet.</summary>
    private ConversationPosition? PositionOf(string conversationID) => null;

    /// <summary>Keeps the unread count that clients were told, for the next login. Written behind.</summary>
    private void KeepUnread(string conversationID, int unread)
    {
    }
}
