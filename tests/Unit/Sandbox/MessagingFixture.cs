using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>The rules about messages and conversations as the server composes them, without REST and gateway.</summary>
internal sealed class MessagingFixture : IDisposable
{
    private readonly ServiceProvider _services;

    public MessagingFixture(SandboxOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options ?? new SandboxOptions());
        services.AddSingleton<TimeProvider>(Time);
        services.AddStorage();
        services.AddSingleton<UserStore>();
        services.AddMessages();
        services.AddConversations();
        services.AddStatistics();
        services.AddGroups();
        services.AddSingleton<IPushTarget>(Pushes);
        services.AddSingleton<IRelations>(Relations);
        _services = services.BuildServiceProvider();
        Users = _services.GetRequiredService<UserStore>();
        foreach (var userID in new[] { "alice", "bob", "carol" })
            Users.TryAdd(new UserInfo { UserID = userID, Nickname = userID });
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));

    public RecordedPushes Pushes { get; } = new();

    public GroupStore Groups => Get<GroupStore>();

    public RelationsInMemory Relations { get; } = new();

    public UserStore Users { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Puts a group in place, its first member the owner, without telling anybody.</summary>
    public void AddGroup(string groupID, params string[] memberIDs) => Groups.TryCreate(
        new GroupInfo { GroupID = groupID, GroupName = groupID },
        [
            .. memberIDs.Select((userID, i) => new GroupMemberFullInfo
            {
                GroupID = groupID,
                UserID = userID,
                RoleLevel = i == 0 ? GroupRole.Owner : GroupRole.Member,
            }),
        ]);

    public static Caller As(string userID) =>
        new(userID, PlatformID: 2, IsAdmin: userID == "imAdmin", $"operation of {userID}");

    public static MsgData Text(string from, string to, string text = "hello") => new()
    {
        SendID = from,
        RecvID = to,
        ClientMsgID = Guid.NewGuid().ToString("N"),
        SessionType = SessionType.Single,
        MsgFrom = MessageFrom.User,
        ContentType = ContentType.Text,
        Content = ByteString.CopyFromUtf8($$"""{"content":"{{text}}"}"""),
        Status = MessageStatus.Sending,
    };

    public static MsgData GroupText(string from, string groupID, string text = "hello")
    {
        var message = Text(from, "", text);
        message.SessionType = SessionType.Group;
        message.GroupID = groupID;
        return message;
    }

    /// <summary>Sends as the gateway does; the error when it is refused.</summary>
    public ServerError? Send(MsgData message)
    {
        var answer = Get<MessageSender>().Accept(As(message.SendID), message);
        if (answer.IsOk)
            Get<MessageDispatcher>().Dispatch(message, "operation");
        return answer.Error;
    }

    public void Dispose() => _services.Dispose();
}
