using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Unit.Upstream.Api;

public sealed class ApiResultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_has_the_method_path_headers_and_body_that_openim_wants()
    {
        string? request = null;
        await using var peer = await Peer.StartAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            request = $"{context.Request.Method} {context.Request.Path} {context.Request.ContentType} "
                + $"{headers["token"]} {headers["operationID"]} {await body.ReadToEndAsync()}";
            await context.Response.WriteAsync(
                """{"errCode":0,"errMsg":"","errDlt":"","data":{"usersInfo":[{"userID":"bob","nickname":"Bob"}]}}""");
        });

        var answer = await GetUsers(peer);

        Assert.Equal(
            """POST /user/get_users_info application/json; charset=utf-8 the-token the-operation {"userIDs":["bob"]}""",
            request);
        Assert.Equal([new UserInfo { UserID = "bob", Nickname = "Bob" }], answer.Value!.UsersInfo);
    }

    [Fact]
    public async Task A_path_in_front_of_openims_is_kept()
    {
        string? path = null;
        await using var peer = await Peer.StartAsync(context =>
        {
            path = context.Request.Path;
            return context.Response.WriteAsync("""{"errCode":0}""");
        });
        peer.Clients(configure: options => options.ApiAddress = new Uri(peer.Address, "/api"));

        await GetUsers(peer);

        Assert.Equal("/api/user/get_users_info", path);
    }

    [Fact]
    public async Task An_answer_without_data_is_the_empty_message()
    {
        await using var peer = await Answering("""{"errCode":0,"errMsg":"","errDlt":""}""");

        Assert.Equal(new GetDesignateUsersResp(), (await GetUsers(peer)).Value);
    }

    [Theory]
    [InlineData(200, """{"errCode":1506,"errMsg":"TokenKickedError","errDlt":""}""", 1506, "TokenKickedError")]
    [InlineData(400, """{"errCode":1001,"errMsg":"ArgsError","errDlt":"bad"}""", 1001, "ArgsError bad")]
    public async Task An_error_of_the_server_comes_with_its_code_whatever_the_http_status(
        int status, string body, int code, string text)
    {
        await using var peer = await Answering(body, status);

        Assert.Equal(new OpenImError(code, text), (await GetUsers(peer)).Error);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(404, "")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(200, "null")]
    [InlineData(200, "{")]
    [InlineData(200, """{"errCode":0,"data":[]}""")]
    [InlineData(200, """{"errCode":0,"data":{"usersInfo":17}}""")]
    [InlineData(200, """{"errCode":"0"}""")]
    public async Task An_answer_that_is_not_openims_is_an_internal_error(int status, string body)
    {
        await using var peer = await Answering(body, status);

        Assert.Equal(Errors.Internal, (await GetUsers(peer)).Error);
    }

    [Fact]
    public async Task An_answer_larger_than_the_limit_is_not_taken_in()
    {
        await using var peer = await Answering(new string('x', 200_000));
        peer.Clients(configure: options => options.MaxFrameBytes = 10_000);

        Assert.Equal(Errors.Internal, (await GetUsers(peer)).Error);
    }

    [Fact]
    public async Task Without_a_server_it_is_a_network_error()
    {
        await using var peer = await Answering("");
        var users = peer.Clients().GetRequiredService<IUserApi>();
        await peer.StopAsync();

        Assert.Equal(Errors.Network, (await GetUsers(users)).Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_does_not_answer_or_never_finishes_is_given_up_after_ten_seconds(bool begins)
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var peer = await Peer.StartAsync(async context =>
        {
            if (begins)
                await context.Response.WriteAsync("""{"errCode":""");
            await context.Response.Body.FlushAsync();
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        peer.Clients(time);

        var asking = GetUsers(peer);
        await asked.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Errors.NetworkTimeout, (await asking).Error);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_the_deadline_error()
    {
        using var impatient = new CancellationTokenSource();
        await using var peer = await Peer.StartAsync(async context =>
        {
            await impatient.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        Assert.Equal(
            Errors.DeadlineExceeded,
            (await GetUsers(peer.Clients().GetRequiredService<IUserApi>(), impatient.Token)).Error);
    }

    [Fact]
    public async Task A_request_that_only_reads_is_tried_once_more_when_the_connection_broke()
    {
        var requests = 0;
        await using var peer = await Peer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref requests) == 1)
                context.Abort();
            return context.Response.WriteAsync("""{"errCode":0}""");
        });

        Assert.True((await GetUsers(peer)).IsOk);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task A_request_that_changes_something_is_tried_once()
    {
        var requests = 0;
        await using var peer = await Peer.StartAsync(context =>
        {
            Interlocked.Increment(ref requests);
            context.Abort();
            return Task.CompletedTask;
        });

        var revoked = await peer.Clients().GetRequiredService<IMessageApi>()
            .RevokeMsg(new RevokeMsgReq(), "token", "op", Stop).ToResult();

        Assert.Equal(Errors.Network, revoked.Error);
        Assert.Equal(1, requests);
    }

    [Theory]
    [InlineData("plain-17", "plain-17")]
    [InlineData("é 你", "é 你")]
    [InlineData("two\r\nX-Header: lines\0", "twoX-Header%3A%20lines%00")]
    public async Task An_operation_id_is_free_text_and_cannot_break_the_request(string operationID, string sent)
    {
        string? received = null;
        await using var peer = await Peer.StartAsync(context =>
        {
            received = context.Request.Headers["operationID"];
            Assert.False(context.Request.Headers.ContainsKey("X-Header"));
            return context.Response.WriteAsync("""{"errCode":0}""");
        });

        var answer = await peer.Clients().GetRequiredService<IAuthApi>()
            .ParseToken(new ParseTokenReq { Token = "t" }, operationID, Stop).ToResult();

        Assert.True(answer.IsOk);
        Assert.Equal(sent, received);
    }

    private static Task<Peer> Answering(string body, int status = 200) => Peer.StartAsync(context =>
    {
        context.Response.StatusCode = status;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    });

    private static Task<Result<GetDesignateUsersResp>> GetUsers(Peer peer) =>
        GetUsers(peer.Clients().GetRequiredService<IUserApi>());

    private static Task<Result<GetDesignateUsersResp>> GetUsers(
        IUserApi users, CancellationToken? cancellationToken = null) =>
        users.GetUsersInfo(
                new GetDesignateUsersReq { UserIDs = { "bob" } }, "the-token", "the-operation",
                cancellationToken ?? Stop)
            .ToResult().WaitAsync(TimeSpan.FromSeconds(20), Stop);
}
