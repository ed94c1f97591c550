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

    public static TheoryData<string, CatalogueDialect> Calls => CatalogueDialects.Calls;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_function_ends_in_a_result_or_its_refusal(string name, CatalogueDialect dialect)
    {
        var function = FunctionCatalogue.Find(name)!;
        await using var client = await gateway.LoginAsync(dialect);

        var answer = await client.CallAsync(name, client.ValidArguments(function));

        TestContext.Current.TestOutputHelper!.WriteLine($"{answer.Code} {answer.Text}");
        AssertSpeaksAsAnError(answer, name);
        if (name == "Login" && dialect == CatalogueDialect.V3)
            Assert.Equal(ErrorCode.LoginRepeat, answer.Code);
        else if (name == "MarkConversationMessageAsRead" && dialect == CatalogueDialect.V3)
            Assert.Equal(ErrorCode.NothingUnread, answer.Code);
        else if (function.Availability == FunctionAvailability.Available)
            Assert.True(answer.IsOk, $"{name}: {answer.Code} {answer.Text}");
        else
            Assert.Equal(client.RefusalCode(function.Refusal), answer.Code);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Wrong_arguments_are_the_documented_error_each_time_and_the_session_goes_on(
        string name, CatalogueDialect dialect)
    {
        var function = FunctionCatalogue.Find(name)!;
        var client = await gateway.SharedAsync(dialect);
        var differing = new List<string>();

        foreach (var (text, arguments, codes) in client.WrongArguments(function))
        {
            var answer = await gateway.CallSharedAsync(client, name, arguments, text);
            if (!codes.Contains(answer.Code) || Tells(answer))
                differing.Add($"{text}: {answer.Code} instead of {string.Join(" or ", codes)}, {Beginning(answer.Text)}");
        }

        Assert.True(differing.Count == 0, string.Join('\n', differing));
        var status = await client.CallAsync("GetLoginStatus", dialect == CatalogueDialect.V2 ? "" : "[]");
        Assert.Equal(client.LoggedIn, status.Text);
    }

    private static void AssertSpeaksAsAnError(CatalogueAnswer answer, string name)
    {
        if (answer.IsOk)
            return;
        Assert.False(Failures.Contains(answer.Code), $"{name}: {answer.Code} {answer.Text}");
        Assert.False(TellsInternals(answer.Text), $"{name}: {answer.Code} {answer.Text}");
    }

    private static bool Tells(CatalogueAnswer answer) =>
        answer.Text.Contains(Surroundings.Secret, StringComparison.Ordinal) || (!answer.IsOk && TellsInternals(answer.Text));

    private static string Beginning(string text) => text.Length > 300 ? text[..300] : text;

    private static bool TellsInternals(string text) => text.Length > 1_000 || Internals().IsMatch(text);

    // Types, files, stacks, and what SignalR says of its own accord.
    [GeneratedRegex(
        @"System\.|OpenIM\.|Microsoft\.|Orleans|Google|Refit|Exception|StackTrace|Int32|Nullable|JsonElement|\.cs\b|\.go\b|"
        + @"/src/|\n\s+at |An unexpected error|Failed to invoke",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Internals();
}
