using System.Text.RegularExpressions;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Every function of the catalogue, called through every dialect that has it.</summary>
[Collection(CatalogueGateway.Name)]
public sealed partial class CatalogueWalkTests(CatalogueGateway gateway)
{
    /// <summary>Errors that say that the gateway failed, not that the caller is refused.</summary>
    private static readonly int[] Failures =
    [
        -1, ErrorCode.Network, ErrorCode.NetworkTimeout, ErrorCode.ContextDeadlineExceeded, ErrorCode.Internal,
        ErrorCode.TooManyRequests, 812, 902, 904, 810,
    ];

    public static TheoryData<string, FunctionDialects> Calls
    {
        get
        {
            var calls = new TheoryData<string, FunctionDialects>();
            foreach (var function in FunctionCatalogue.All)
            {
                foreach (var dialect in Enum.GetValues<FunctionDialects>().Where(one => one != FunctionDialects.None))
                {
                    if (function.Dialects.HasFlag(dialect))
                        calls.Add(function.Name, dialect);
                }
            }
            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_function_ends_in_a_result_or_its_refusal(string name, FunctionDialects dialect)
    {
        var function = FunctionCatalogue.Find(name)!;
        await using var client = await gateway.LoginAsync(dialect);

        var answer = await client.CallAsync(name, client.ValidArguments(function));

        TestContext.Current.TestOutputHelper!.WriteLine($"{answer.Code} {answer.Text}");
        AssertSpeaksAsAnError(answer, name);
        if (name == "Login" && dialect == FunctionDialects.V3)
            Assert.Equal(ErrorCode.LoginRepeat, answer.Code);
        else if (name == "MarkConversationMessageAsRead" && dialect == FunctionDialects.V3)
            Assert.Equal(ErrorCode.NothingUnread, answer.Code);
        else if (function.Availability == FunctionAvailability.Available)
            Assert.True(answer.IsOk, $"{name}: {answer.Code} {answer.Text}");
        else
            Assert.Equal(client.RefusalCode(function.Refusal), answer.Code);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Wrong_arguments_are_an_error_with_a_code_and_the_session_goes_on(
        string name, FunctionDialects dialect)
    {
        var function = FunctionCatalogue.Find(name)!;
        var client = await gateway.SharedAsync(dialect);
        var wrong = new List<string>();

        foreach (var (mistake, arguments, isRefused) in client.WrongArguments(function))
        {
            var answer = await gateway.CallSharedAsync(client, name, arguments, mistake);
            if (answer.IsOk ? isRefused : Failures.Contains(answer.Code) || TellsInternals(answer.Text))
                wrong.Add($"{mistake}: {answer.Code} {(answer.Text.Length > 300 ? answer.Text[..300] : answer.Text)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var status = await client.CallAsync("GetLoginStatus", dialect == FunctionDialects.V2 ? "" : "[]");
        Assert.Equal(client.LoggedIn, status.Text);
    }

    private static void AssertSpeaksAsAnError(CatalogueAnswer answer, string name)
    {
        if (answer.IsOk)
            return;
        Assert.False(Failures.Contains(answer.Code), $"{name}: {answer.Code} {answer.Text}");
        Assert.False(TellsInternals(answer.Text), $"{name}: {answer.Code} {answer.Text}");
    }

    private static bool TellsInternals(string text) => text.Length > 1_000 || Internals().IsMatch(text);

    // Types, files, stacks, and what SignalR says of its own accord.
    [GeneratedRegex(
        @"System\.|OpenIM\.|Microsoft\.|Orleans|Google|Refit|Exception|StackTrace|Int32|Nullable|JsonElement|\.cs\b|\.go\b|/src/|\n\s+at |An unexpected error|Failed to invoke",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Internals();
}
