using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using Orleans.Concurrency;
using Orleans.Placement;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// The OpenIM session of one user on one platform. The files of this class are the feature folders; what does not
/// need the grain (rings, tables, rules) sits in classes of its own beside them.
/// <code>
///               Login                 last Detach               parking time over, Logout, kick, bad token
///   LoggedOut ─────────► LoggingIn ──► LoggedIn ──► parked ──────────────────────────────────────► LoggedOut,
/// deactivated                            │             ▲           │                            └─ refused    └──
/// Login ──┘ (told as a connect with its sync)
/// </code>
/// <para>
/// Requests interleave at every await (<see cref="ReentrantAttribute"/>), never between awaits: state that was read
/// before an await may have changed after it. Everything runs on the grain's scheduler. What starts work that
/// outlives its request (connection, sync, timers) hands it <see cref="Life"/>.
/// </para>
/// </summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed partial class SessionGrain : Grain, ISessionGrain, IDisposable
{
    private readonly SessionOptions _options;
    private readonly GatewayConnector _gateway;
    private readonly IUserApi _userApi;
    private readonly IFriendApi _friendApi;
    private readonly IGroupApi _groupApi;
    private readonly IMessageApi _messageApi;
    private readonly IConversationApi _conversationApi;
    private readonly IJssdkApi _jssdkApi;
    private readonly IThirdApi _thirdApi;
    private readonly UserProfiles _profiles;
    private readonly GroupProfiles _groups;
    private readonly IPersistentState<SessionPositions> _positions;
    private readonly IPersistentState<KeptConversations> _kept;
    private readonly IPersistentState<KeptMessages> _keptMessages;
    private readonly ILogger _logger;

    /// <summary>Creates the activation. Nothing is asked upstream before Login.</summary>
    public SessionGrain(
        IGrainContext context,
        IOptions<SessionOptions> options,
        GatewayConnector gateway,
        IUserApi userApi,
        IFriendApi friendApi,
        IGroupApi groupApi,
        IMessageApi messageApi,
        IConversationApi conversationApi,
        IJssdkApi jssdkApi,
        IThirdApi thirdApi,
        UserProfiles profiles,
        GroupProfiles groups,
        ISessionEventSink sink,
        TimeProvider time,
        [PersistentState("positions", SessionStorage.Name)] IPersistentState<SessionPositions> positions,
        [PersistentState("conversations", SessionStorage.Name)] IPersistentState<KeptConversations> kept,
        [PersistentState("messages", SessionStorage.Name)] IPersistentState<KeptMessages> keptMessages,
        ILogger<SessionGrain> logger)
    {
        Key = SessionKey.Parse(context.GrainId.Key.ToString()!);
        Time = time;
        _options = options.Value;
        _gateway = gateway;
        _userApi = userApi;
        _friendApi = friendApi;
        _groupApi = groupApi;
        _messageApi = messageApi;
        _conversationApi = conversationApi;
        _jssdkApi = jssdkApi;
        _thirdApi = thirdApi;
        _profiles = profiles;
        _groups = groups;
        _positions = positions;
        _kept = kept;
        _keptMessages = keptMessages;
        _logger = logger;
        Events = new SessionEventLog(Key.ToString(), sink, _options.EventRingBytes);
    }

    /// <summary>Whose session this is.</summary>
    private SessionKey Key { get; }

    /// <summary>The clock. Tests turn it.</summary>
    private TimeProvider Time { get; }

    /// <summary>The way to tell clients something.</summary>
    private SessionEventLog Events { get; }

    /// <summary>Canceled when the session ends; canceled already while nobody is logged in.</summary>
    private CancellationToken Life => _life?.Token ?? new CancellationToken(canceled: true);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        LoadPositions();
        return Task.CompletedTask;
    }

    /// <summary>
    /// The silo stops or the session has ended: what must last is written, the server is not told anything.
    /// </summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_status != LoginStatus.LoggedOut)
            EndQuietly();
        await Task.WhenAll(WritePositions(), WriteKept(), WriteKeptMessages());
    }

    /// <summary>Called by the silo after the deactivation.</summary>
    public void Dispose() => _life?.Dispose();
}
