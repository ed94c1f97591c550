using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Server;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Server;

public sealed class TokenVerifierTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_000_000));
    private readonly FakeAuthApi auth = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_answer_is_asked_for_once()
    {
        using var tokens = new TokenVerifier(auth, time);
        auth.Answer = Good(expires: 1_000_100);

        var first = await tokens.Verify("token", Cancel);
        var second = await tokens.Verify("token", Cancel);

        Assert.Equal(new SessionKey("alice", Platform.Web), first.Value!.Session);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, auth.Asked);
    }

    [Fact]
    public async Task A_token_that_expires_while_its_answer_is_kept_is_refused_without_asking()
    {
        using var tokens = new TokenVerifier(auth, time);
        auth.Answer = Good(expires: 1_000_003);
        await tokens.Verify("token", Cancel);

        time.Advance(TimeSpan.FromSeconds(3));
        var late = await tokens.Verify("token", Cancel);

        Assert.Equal(ErrorCode.TokenExpired, late.Error?.Code);
        Assert.Equal(1, auth.Asked);
    }

    [Fact]
    public async Task A_refusal_is_passed_on_and_asked_for_again()
    {
        using var tokens = new TokenVerifier(auth, time);
        auth.Answer = new OpenImResponse<ParseTokenResp> { ErrCode = ErrorCode.TokenKicked, ErrMsg = "TokenKickedError" };

        var refused = await tokens.Verify("token", Cancel);
        auth.Answer = Good(expires: 1_000_100);
        var good = await tokens.Verify("token", Cancel);

        Assert.Equal(new OpenImError(ErrorCode.TokenKicked, "TokenKickedError"), refused.Error);
        Assert.True(good.IsOk);
    }

    [Theory]
    [InlineData("", Platform.Web)]
    [InlineData("alice", 0)]
    [InlineData("alice", 99)]
    public async Task A_token_without_a_user_or_a_platform_is_no_identity(string userId, int platformId)
    {
        using var tokens = new TokenVerifier(auth, time);
        auth.Answer = Good(1_000_100, userId, platformId);

        Assert.Equal(ErrorCode.TokenInvalid, (await tokens.Verify("token", Cancel)).Error?.Code);
    }

    [Fact]
    public async Task What_cannot_be_a_token_is_not_sent_on()
    {
        using var tokens = new TokenVerifier(auth, time);

        Assert.Equal(ErrorCode.TokenMalformed, (await tokens.Verify("", Cancel)).Error?.Code);
        Assert.Equal(ErrorCode.TokenMalformed, (await tokens.Verify(new string('x', 100_000), Cancel)).Error?.Code);
        Assert.Equal(0, auth.Asked);
    }

    private static OpenImResponse<ParseTokenResp> Good(long expires, string userId = "alice", int platformId = Platform.Web) =>
        new() { Data = new ParseTokenResp { UserID = userId, PlatformID = platformId, ExpireTimeSeconds = expires } };

    private sealed class FakeAuthApi : IAuthApi
    {
        public OpenImResponse<ParseTokenResp> Answer { get; set; } = new();

        public int Asked { get; private set; }

        public Task<OpenImResponse<ParseTokenResp>> ParseToken(
            ParseTokenReq request, string operationID, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Answer);
        }
    }
}
