using System.Text.Json;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Compat;

/// <summary>What the v2 SDK said to requests that it would not do, and in which form.</summary>
public sealed class V2RefusalTests(LegacyHost host) : IClassFixture<LegacyHost>
{
    [Fact]
    public async Task A_request_that_cannot_be_read_is_answered_like_any_wrong_one_and_the_connection_goes_on()
    {
        await using var client = await LoginAsync("ann");

        // Half of a surrogate pair: JSON, but no text.
        var answer = await client.CallV2Async("ann", "CreateTextAtMessage", """{"text":"\ud800","atUserIDList":"[]"}""");

        Assert.Equal(
            ("CreateTextAtMessage", 1001, "Request Parameter Error"), (answer.Event, answer.ErrCode, answer.ErrMsg));
        Assert.Equal("101", (await client.CallV2Async("ann", "GetLoginStatus")).Data);
    }

    [Fact]
    public async Task What_the_SDK_refused_by_itself_has_its_code_and_names_the_operation()
    {
        await using var client = await LoginAsync("ben");

        var operationId = await client.RequestAsync("SearchFriends", """{"keywordList":[]}""", "ben");
        var answer = await client.ReadReplyAsync(operationId);

        Assert.Equal(201, answer.ErrCode);
        Assert.StartsWith($"operationID[{operationId}], info[", answer.ErrMsg, StringComparison.Ordinal);
        Assert.Contains("keyword is null or search field all false]", answer.ErrMsg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_cannot_be_made_is_an_empty_result()
    {
        await using var client = await LoginAsync("cem");

        var answer = await client.CallV2Async("cem", "CreateTextAtMessage", """{"text":"","atUserIDList":"[]"}""");

        Assert.Equal((0, "", ""), (answer.ErrCode, answer.ErrMsg, answer.Data));
    }

    private async Task<LegacyClient> LoginAsync(string userId)
    {
        var client = await host.OpenV2Async(userId);
        await client.CallV2Async(
            userId, "Login", JsonSerializer.Serialize(new { userID = userId, token = $"{userId}/{Platform.Web}" }));
        Assert.Equal("OnSelfInfoUpdated", (await client.ReadAsync()).Event);
        return client;
    }
}
