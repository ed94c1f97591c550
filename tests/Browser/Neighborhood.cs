using Microsoft.AspNetCore.SignalR.Client;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Gateway;

namespace OpenIM.SignalR.Browser;

/// <summary>A user with friends, groups, requests and chats, so that no screen is empty.</summary>
internal sealed class Neighborhood
{
    private static readonly string[] Names =
    [
        "Amara Okafor", "Ben Whitfield", "Chloé Dubois", "Daniel Reyes", "Emma Lindqvist", "Farid Rahimi", "Grace Kim",
        "Maximilian-Alexander von Hohenlohe-Waldenburg",
    ];

    private Neighborhood(string userId, string token) => User = (userId, token);

    public (string UserId, string Token) User { get; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> Friends { get; private set; } = [];

    public string GroupId { get; private set; } = "";

    /// <summary>A group of somebody else, in which the user is not.</summary>
    public string OtherGroupId { get; private set; } = "";

    public static async Task<Neighborhood> CreateAsync(BrowserFixture fixture, CancellationToken cancellationToken)
    {
        var accounts = fixture.Accounts;
        var userId = await accounts.RegisterAsync("nora", cancellationToken, "Nora Bergström");
        var neighborhood = new Neighborhood(userId, await accounts.TokenAsync(userId, cancellationToken));
        neighborhood.Friends = [.. await Task.WhenAll(Names.Select((name, index) => accounts.RegisterAsync($"friend{index}", cancellationToken, name)))];
        await accounts.BefriendAsync(userId, neighborhood.Friends, cancellationToken);
        var asking = await accounts.RegisterAsync("hanna", cancellationToken, "Hanna Novak");
        var blocked = await accounts.RegisterAsync("spam", cancellationToken, "Cheap Watches");

        await using (var own = await LogInAsync(fixture, neighborhood.User, cancellationToken))
        {
            neighborhood.GroupId = await own.CreateGroupAsync(
                "Sunday hiking", "Every Sunday, whatever the weather", neighborhood.Friends, cancellationToken);
            await own.CreateGroupAsync("Book club", "", neighborhood.Friends.Take(3), cancellationToken);
            await own.CallAsync("AddBlack", [blocked, ""], cancellationToken);
            await own.CallAsync("AddFriend", [new ApplyToAddFriendReq { ToUserID = asking, ReqMsg = "We met at the library" }], cancellationToken);
            await own.SendAsync("Who is coming on Sunday?", "", neighborhood.GroupId, cancellationToken);
        }

        await using (var stranger = await LogInAsync(fixture, asking, cancellationToken))
        {
            await stranger.CallAsync(
                "JoinGroup", [neighborhood.GroupId, "Amara told me about your tours", 3, ""], cancellationToken);
            neighborhood.OtherGroupId = await stranger.CreateGroupAsync("Photo walks", "Street photography, once a month", [], cancellationToken);
            await stranger.CallAsync("AddFriend", [new ApplyToAddFriendReq { ToUserID = userId, ReqMsg = "Hi Nora! It is me, Hanna." }], cancellationToken);
        }

        await using (var friend = await LogInAsync(fixture, neighborhood.Friends[1], cancellationToken))
        {
            await friend.SendAsync("Count me in, and I bring the sandwiches", "", neighborhood.GroupId, cancellationToken);
            await friend.SendAsync("Did you get my letter?", userId, "", cancellationToken);
        }

        await using (var friend = await LogInAsync(fixture, neighborhood.Friends[7], cancellationToken))
        {
            await friend.SendAsync("A name as long as mine should not break anything, should it?", userId, "", cancellationToken);
        }

        return neighborhood;
    }

    private static async Task<Person> LogInAsync(BrowserFixture fixture, string userId, CancellationToken cancellationToken) =>
        await LogInAsync(fixture, (userId, await fixture.Accounts.TokenAsync(userId, cancellationToken)), cancellationToken);

    private static async Task<Person> LogInAsync(
        BrowserFixture fixture, (string UserId, string Token) user, CancellationToken cancellationToken)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(fixture.Gateway.Hub, options => options.AccessTokenProvider = () => Task.FromResult<string?>(user.Token))
            .Build();
        await connection.StartAsync(cancellationToken);
        await connection.InvokeAsync("Login", user.UserId, user.Token, cancellationToken);
        return new Person(connection);
    }

    /// <summary>Somebody at the hub, without a page.</summary>
    private sealed class Person(HubConnection connection) : IAsyncDisposable
    {
        public Task CallAsync(string function, object?[] arguments, CancellationToken cancellationToken) =>
            connection.InvokeCoreAsync(function, arguments, cancellationToken);

        public async Task<string> CreateGroupAsync(
            string name, string introduction, IEnumerable<string> members, CancellationToken cancellationToken)
        {
            var group = await connection.InvokeAsync<GroupInfo>(
                "CreateGroup",
                new CreateGroupReq
                {
                    GroupInfo = new() { GroupName = name, Introduction = introduction, GroupType = 2 },
                    MemberUserIDs = [.. members],
                },
                cancellationToken);
            return group.GroupID;
        }

        public async Task SendAsync(string text, string userId, string groupId, CancellationToken cancellationToken)
        {
            var message = await connection.InvokeAsync<MsgStruct>("CreateTextMessage", text, cancellationToken);
            await connection.InvokeAsync<MsgStruct>("SendMessage", message, userId, groupId, null, false, cancellationToken);
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
