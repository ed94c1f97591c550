using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Sandbox;

/// <summary>
/// The rules of the server with its own stores of users, friends and groups, without REST and gateway. There is a group
/// "club": olga owns it, adam and ada are its administrators, mia and max its members; otto is no member.
/// </summary>
internal sealed class GroupFixture : IDisposable
{
    public const string Club = "club";
    public static readonly RequestPagination FirstPage = new() { PageNumber = 1, ShowNumber = 100 };

    private readonly ServiceProvider _services;

    public GroupFixture(SandboxOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options ?? new SandboxOptions());
        services.AddSingleton<TimeProvider>(Time);
        services.AddStorage();
        services.AddUsers();
        services.AddFriends();
        services.AddSingleton<MessageFlow>();
        services.AddMessages();
        services.AddConversations();
        services.AddGroups();
        services.AddStatistics();
        services.AddSingleton<IPushTarget>(Pushes);
        _services = services.BuildServiceProvider();
        foreach (var userID in new[] { "imAdmin", "olga", "adam", "ada", "mia", "max", "otto" })
            Get<UserStore>().TryAdd(new UserInfo { UserID = userID, Nickname = $"{userID}'s name" });
        Create(Club, ("olga", GroupRole.Owner), ("adam", GroupRole.Admin), ("mia", GroupRole.Member),
            ("ada", GroupRole.Admin), ("max", GroupRole.Member));
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));

    public RecordedPushes Pushes { get; } = new();

    public GroupStore Groups => Get<GroupStore>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static Caller As(string userID) => MessagingFixture.As(userID);

    /// <summary>Makes a group, in the store alone; its name is its id.</summary>
    public void Create(string groupID, params (string UserID, int RoleLevel)[] members) => Groups.TryCreate(
        new GroupInfo { GroupID = groupID, GroupName = groupID, CreateTime = Now },
        [.. members.Select(member => NewMember(groupID, member.UserID, member.RoleLevel))]);

    public GroupMemberFullInfo NewMember(string groupID, string userID, int roleLevel = GroupRole.Member) =>
        new() { GroupID = groupID, UserID = userID, RoleLevel = roleLevel, JoinTime = Now };

    /// <summary>Sends as the gateway does; the error when it is refused.</summary>
    public ServerError? Send(MsgData message)
    {
        var answer = Get<MessageSender>().Accept(As(message.SendID), message);
        if (answer.IsOk)
            Get<MessageDispatcher>().Dispatch(message, "operation");
        return answer.Error;
    }

    /// <summary>What a user was pushed since the last call: the types, and whether each was a line of the chat.</summary>
    public List<(int ContentType, bool IsChat)> TakeTypes(string userID) =>
    [
        .. Pushes.Take(userID).Select(push =>
            (push.Message.ContentType, !ConversationID.IsNotification(push.ConversationID))),
    ];

    /// <summary>What a notification tells.</summary>
    public static T TipsOf<T>(MsgData notification) where T : new()
    {
        var content = JsonSerializer.Deserialize<NotificationElem>(notification.Content.Span, OpenImJson.Options)!;
        return JsonSerializer.Deserialize<T>(content.Detail, OpenImJson.Options)!;
    }

    public void Dispose() => _services.Dispose();

    private long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();
}
