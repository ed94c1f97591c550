using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CsCheck;
using OpenIM.SignalR.Sandbox;
using OpenIM.SignalR.Unit.Sandbox.Fuzzing;

namespace OpenIM.SignalR.Unit.Sandbox;

public sealed class RestApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_come_before_the_path_and_the_operation_before_the_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };

        using var nothing = await http.PostAsync(new Uri("/no/such/path", UriKind.Relative), null, Cancel);
        var noToken = await sandbox.PostAsync("/no/such/path", "{}");

        Assert.Contains("operationID", await nothing.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("token", noToken.GetProperty("errDlt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_in_the_envelope_before_it_is_sent()
    {
        var faults = new LoggedFaults();
        await using var sandbox = await RunningSandbox.StartAsync(loggerFactory: faults);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(sandbox.Server.ApiAddress.Host, sandbox.Server.ApiAddress.Port, Cancel);
        await using var stream = tcp.GetStream();

        await stream.WriteAsync(
            RunningSandbox.Text("POST /user/get_users_info HTTP/1.1\r\nHost: x\r\noperationID: o\r\n"
                + $"token: {await sandbox.AdminAsync()}\r\nContent-Length: 9000000\r\n\r\n"),
            Cancel);

        var answer = await new StreamReader(stream).ReadToEndAsync(Cancel);
        Assert.Contains("too large", answer, StringComparison.Ordinal);
        Assert.Contains("\"errCode\":", answer, StringComparison.Ordinal);
        Assert.True(faults.IsEmpty, faults.Text);
    }

    [Fact]
    public async Task Null_in_a_list_of_texts_is_an_empty_text()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.PostAsync(
            "/user/get_users_online_status", """{"userIDs":[null]}""", await sandbox.AdminAsync());

        Assert.Equal(0, answer.GetProperty("errCode").GetInt32());
        Assert.Equal("", answer.GetProperty("data")[0].GetProperty("userID").GetString());
    }

    [Theory]
    [InlineData("GET", "/user/get_users_info", HttpStatusCode.NotFound, "404 page not found")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "404 page not found")]
    [InlineData("OPTIONS", "/anything", HttpStatusCode.OK, "\"Options Request!\"")]
    public async Task Other_methods_need_no_headers(string method, string path, HttpStatusCode status, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await http.SendAsync(request, Cancel);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("OPTIONS", "/msg/send_msg")]
    [InlineData("POST", "/auth/get_admin_token")]
    [InlineData("GET", "/nothing/here")]
    public async Task Pages_of_all_origins_may_call(string method, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await http.SendAsync(request, Cancel);

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Methods"));
    }

    [Theory]
    [InlineData("/restart", "start it again")]
    [InlineData("/config/set_config", "options")]
    public async Task What_an_operator_does_to_a_real_server_is_refused_with_the_reason(string path, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var admin = await sandbox.PostAsync(path, "{}", await sandbox.AdminAsync());
        var user = await sandbox.PostAsync(path, "{}", await sandbox.LoginAsync("alice"));

        Assert.Equal(500, admin.GetProperty("errCode").GetInt32());
        Assert.Contains(reason, admin.GetProperty("errDlt").GetString(), StringComparison.Ordinal);
        Assert.Equal(1002, user.GetProperty("errCode").GetInt32());
    }

    [Theory]
    [InlineData("null", 1001, "ArgsError")]
    [InlineData("{}", 1001, "ArgsError")]
    [InlineData("", 1001, null)]
    [InlineData("[]", 1001, null)]
    [InlineData("{\"userIDs\":[1]}", 1001, null)]
    [InlineData("{\"userIDs\":[\"\\ud800\"]}", 1001, null)]
    [InlineData("{\"USERIDS\":[\"imAdmin\"],\"other\":{}}", 0, "")]
    public async Task A_body_is_read_as_Go_reads_it(string body, int code, string? name)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.PostAsync("/user/get_users_info", body, await sandbox.AdminAsync());

        Assert.Equal(code, answer.GetProperty("errCode").GetInt32());
        if (name is not null)
            Assert.Equal(name, answer.GetProperty("errMsg").GetString());
        Assert.Equal(code == 0, answer.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("deflate, gzip", true)]
    [InlineData("identity", false)]
    [InlineData(null, false)]
    public async Task Answers_are_gzip_encoded_for_those_who_ask(string? asked, bool encoded)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/parse_token")
        {
            Content = new StringContent("""{"token":"x"}"""),
            Headers = { { "operationID", "test" } },
        };
        if (asked is not null)
            request.Headers.Add("Accept-Encoding", asked);

        using var response = await http.SendAsync(request, Cancel);
        await using var body = await response.Content.ReadAsStreamAsync(Cancel);
        await using var plain = encoded ? new GZipStream(body, CompressionMode.Decompress) : body;
        var answer = await JsonSerializer.DeserializeAsync<JsonElement>(plain, cancellationToken: Cancel);

        Assert.Equal(encoded ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal(1503, answer.GetProperty("errCode").GetInt32());
    }

    [Fact]
    public async Task A_registration_with_one_bad_user_registers_nobody()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var admin = await sandbox.AdminAsync();

        var answer = await sandbox.PostAsync(
            "/user/user_register",
            new
            {
                users = new[] { new { userID = "new", nickname = "n" }, new { userID = "imAdmin", nickname = "n" } },
            },
            admin);
        var check = await sandbox.PostAsync("/user/account_check", new { checkUserIDs = new[] { "new" } }, admin);

        Assert.Equal(1102, answer.GetProperty("errCode").GetInt32());
        Assert.Equal(0, check.GetProperty("data").GetProperty("results")[0].GetProperty("accountStatus").GetInt32());
    }

    [Fact]
    public async Task Global_configuration_and_the_users_own_are_read_as_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var alice = await sandbox.LoginAsync("alice");
        var admin = await sandbox.AdminAsync();
        await sandbox.PostAsync(
            "/user/set_user_client_config", new { userID = "", configs = new { a = "1", b = "1" } }, admin);
        await sandbox.PostAsync(
            "/user/set_user_client_config", new { userID = "alice", configs = new { b = "2" } }, admin);

        var answer = await sandbox.PostAsync("/user/get_user_client_config", new { userID = "alice" }, alice);

        Assert.Equal("""{"a":"1","b":"2"}""", answer.GetProperty("data").GetProperty("configs").GetRawText());

        // A null takes a key away.
        await sandbox.PostAsync(
            "/user/set_user_client_config", """{"userID":"alice","configs":{"b":null,"c":""}}""", admin);
        answer = await sandbox.PostAsync("/user/get_user_client_config", new { userID = "alice" }, alice);

        Assert.Equal("""{"a":"1","b":"1","c":""}""", answer.GetProperty("data").GetProperty("configs").GetRawText());
    }

    [Fact]
    public async Task Pages_count_from_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        foreach (var userID in new[] { "a", "b", "c" })
            await sandbox.LoginAsync(userID);
        var admin = await sandbox.AdminAsync();

        var second = await sandbox.PostAsync("/user/get_all_users_uid", Page(2), admin);
        var none = await sandbox.PostAsync("/user/get_all_users_uid", Page(0), admin);

        Assert.Equal("""{"total":4,"userIDs":["b","c"]}""", second.GetProperty("data").GetRawText());
        Assert.Equal(1001, none.GetProperty("errCode").GetInt32());

        static object Page(int pageNumber) => new { pagination = new { pageNumber, showNumber = 2 } };
    }

    [Fact]
    public async Task Whatever_body_comes_the_answer_is_an_envelope()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var admin = await sandbox.AdminAsync();
        string[] paths =
        [
            "/user/user_register", "/user/update_user_info_ex", "/user/set_user_client_config", "/auth/get_user_token",
            "/auth/parse_token", "/user/get_users_online_status", "/user/process_user_command_add",
            "/auth/force_logout", "/friend/add_friend", "/friend/update_friends",
        ];
        string[] parts =
        [
            "{", "}", "[", "]", ":", ",", "null", "1", "-1", "1e99", "\"\"", "\"users\"", "\"userID\"", "\"userInfo\"",
            "\"imAdmin\"", "\"platformID\"", "\"configs\"", "\"token\"", "true", "\"\\u0000\"", "\"\\udc00\"",
        ];
        var bodies = Gen.Select(
            Gen.Int[0, paths.Length - 1].Select(i => paths[i]),
            Gen.Int[0, parts.Length - 1].Select(i => parts[i]).Array[0, 12]);

        await bodies.SampleAsync(
            async (path, body) =>
            {
                var answer = await sandbox.PostAsync(path, string.Concat(body), admin);
                Assert.True(answer.TryGetProperty("errCode", out _));
            },
            iter: 500,
            threads: 2);
    }

    [Fact]
    public async Task Wrong_options_are_all_told_at_once()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => SandboxServer.StartAsync(
            new SandboxOptions { Address = "nowhere", RestPort = 70_000, Secret = "" }, cancellationToken: Cancel));

        Assert.Contains("Address", error.Message, StringComparison.Ordinal);
        Assert.Contains("RestPort", error.Message, StringComparison.Ordinal);
        Assert.Contains("Secret", error.Message, StringComparison.Ordinal);
    }
}
