using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Sandbox;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class TokenStoreTests
{
    private const int IOS = 1, Android = 2, Windows = 3, OSX = 4, Web = 5, IPad = 9;

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    [Fact]
    public void A_kicked_token_says_so_until_the_next_token_of_its_user_is_made()
    {
        var store = Store(LoginPolicy.SamePlatform);
        Add(store, Android, "first");
        Add(store, Android, "second");
        Assert.Equal(TokenState.Kicked, State(store, "first"));

        Add(store, Web, "third");

        Assert.Null(State(store, "first"));
        Assert.Equal(TokenState.Normal, State(store, "second"));
    }

    [Fact]
    public void Tokens_of_other_users_are_left_alone()
    {
        var store = Store(LoginPolicy.SamePlatform);
        Add(store, Android, "alice's");
        store.Add("bob's", new TokenClaims("bob", Android, long.MaxValue));

        Assert.Equal(TokenState.Normal, State(store, "alice's"));
    }

    [Fact]
    public void The_same_text_made_twice_within_a_second_is_good()
    {
        var store = Store(LoginPolicy.SamePlatform);
        Add(store, Android, "same");
        Add(store, Android, "same");

        Assert.Equal(TokenState.Normal, State(store, "same"));
    }

    [Fact]
    public void A_token_runs_out()
    {
        var store = Store(LoginPolicy.SamePlatform);
        store.Add("short", new TokenClaims("alice", Web, _time.GetUtcNow().ToUnixTimeSeconds() + 10));

        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(TokenState.Expired, State(store, "short"));
    }

    [Fact]
    public void Without_kicking_thirty_tokens_of_a_platform_are_good()
    {
        var store = Store(LoginPolicy.NoKick);
        for (var i = 0; i < 31; i++)
            Add(store, Web, $"token {i}");

        Assert.Equal(TokenState.Kicked, State(store, "token 0"));
        Assert.All(Enumerable.Range(1, 30), i => Assert.Equal(TokenState.Normal, State(store, $"token {i}")));
    }

    [Fact]
    public void By_class_phones_take_each_other_over_and_computers_do_not_mind()
    {
        var store = Store(LoginPolicy.SameClass);
        Add(store, IOS, "ios");
        Add(store, Windows, "windows");
        Add(store, IPad, "ipad");
        Add(store, Android, "android");

        Assert.Equal(TokenState.Kicked, State(store, "ios"));
        Assert.Equal(TokenState.Normal, State(store, "windows"));
        Assert.Equal(TokenState.Normal, State(store, "ipad"));
        Assert.Equal(TokenState.Normal, State(store, "android"));
    }

    [Fact]
    public void Computers_and_the_rest_are_two_worlds()
    {
        var store = Store(LoginPolicy.PcAndOther);
        Add(store, Windows, "windows");
        Add(store, Web, "web");
        Add(store, OSX, "osx");
        Add(store, IOS, "ios");

        Assert.Equal(TokenState.Normal, State(store, "windows"));
        Assert.Equal(TokenState.Normal, State(store, "osx"));
        Assert.Equal(TokenState.Kicked, State(store, "web"));
        Assert.Equal(TokenState.Normal, State(store, "ios"));
    }

    [Fact]
    public void An_administrators_older_token_is_good_for_five_minutes_more()
    {
        var store = Store(LoginPolicy.SamePlatform);
        store.AddAdmin("older", new TokenClaims("imAdmin", 10, long.MaxValue));
        store.AddAdmin("newer", new TokenClaims("imAdmin", 10, long.MaxValue));

        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TokenState.Normal, State(store, "older"));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(State(store, "older"));
        Assert.Equal(TokenState.Normal, State(store, "newer"));
    }

    private TokenStore Store(LoginPolicy policy) =>
        new(new SandboxOptions { LoginPolicy = policy }, new MemoryRecords(), _time);

    private static void Add(TokenStore store, int platformID, string token) =>
        store.Add(token, new TokenClaims("alice", platformID, long.MaxValue));

    private static TokenState? State(TokenStore store, string token) => store.Find(token)?.State;
}
