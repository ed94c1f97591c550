using System.Text;
using OpenIM.SignalR.Compat.V2;
using OpenIM.SignalR.Compat.V3;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>Writes <c>docs/functions.md</c>: one line for each function, from what the program knows of it.</summary>
/// <param name="upstream">What the hub's methods call.</param>
/// <param name="differences">The text of <c>docs/differences.md</c>, to which functions that it names are linked.</param>
internal sealed class FunctionsDocument(UpstreamCalls upstream, string differences)
{
    private const string Introduction = """
        # Functions

        Every function of the three SDK generations, made from the catalogue (`src/Contracts/Functions`) and the tables of the dialects;
        `tests/Unit/Catalogue` writes this file, compares it, and calls each function through each dialect.

        - **hub**: v3.8, the hub's method of that name. **v3**: npm 3.x; arguments as for the hub, structures as texts of JSON. **v2**: npm 2.x;
          what its `data` holds (`text`: a text as it is, `json`: one JSON value, `{…}`: an object with these keys, others may be left out), and
          the hub's method that it becomes when that has another name.
        - **yes** means that it can be called, **–** that the dialect does not know it; **10900** and **10901** (v2: 906) are the error that says
          why it cannot be.
        - **upstream**: the REST paths and gateway requests (`ws`) that a call may need; a call needs few of them, and none for what the session
          knows already. Nothing: it is answered by the gateway.
        - **errors**: what arguments of the right type that mean nothing end in, as the hub has it: [below](#errors).

        ## Errors

        Every call ends in its result or one error. The codes of OpenIM's SDKs and server are in
        [protocol/core/errors.md](protocol/core/errors.md) and [protocol/legacy/legacy-protocol.md](protocol/legacy/legacy-protocol.md). What is
        wrong with a call's form is the same for every function that can be called:

        | mistake | hub | v3 | v2 |
        |---|---|---|---|
        | a function that nobody has | 10002 | 20000 | 1001 |
        | too many or too few arguments | 10002 | 10005 | 1001: a key is missing |
        | another type of JSON; a number that its type cannot hold; nested deeper than 64 levels | 10002 | 10005 | 1001: of a key, or no object where one is due; 803: in a text that is to hold JSON, or in `data` that is one JSON value |
        | null for a text | as an empty text | 20000 | 1001 |
        | null for a structure or list | 10002, or what **errors** says | 20000 | 1001 |
        | null for a number or truth value in a structure | 10002 | as if it were absent | as if it were absent |
        | before Login | 10009 | 10005 | 1003 |

        For arguments of the right type **errors** lists, by place (`req.groupID`: a key of the argument `req`), the codes for *empty* (an empty
        text, list or structure), *unknown* (an id that nobody has, and where nothing else is said also *foreign*, the id of something that is not
        the caller's, *nulls* in a list, *huge* texts and *many* entries) and *zero*, *negative* and *great* numbers (together *number*); *ok* is
        success, and *otherwise* what depends on what was before, such as a request that was answered already. Places that are not listed take
        anything. v3 has the same codes, but that 10000, 10006, 10100, 10400, and 10002 except where the SDK told it bare, were wrapped and are 10005;
        v2: 10002 is 803 (201 and 204 where its SDK checks by itself), 10005 is 802 or 201, 10204 is 202, 10205 is 906, 1302 is 600, 1303 is 601,
        1501 to 1506 are 701 to 706, and the server's others are 809.

        When OpenIM fails, whatever was called: its own code when it refuses (500 …; v2: 809); 10000 when it cannot be reached or cuts a REST call
        off (v3: 10005 with 10000 in the text; v2: 904); 10001 when it does not answer within `OpenIM:RequestTimeout`, or its message gateway goes
        away after the request was sent (v2: 902); 10006 when what answers is not OpenIM, such as a proxy's 503 (v3: 10005; v2: 812); 10003 when the
        session ends while the call waits (v2: 902). The session goes on, and is connected again by itself.
        """;

    public string Write()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append('\n');
        foreach (var family in FunctionCatalogue.All.GroupBy(function => function.Family))
        {
            text.Append($"\n## {family.Key}\n\n| function | hub | v3 | v2 | errors | upstream | |\n|---|---|---|---|---|---|---|\n");
            foreach (var function in family)
                text.Append($"| {Signature(function)} | {Hub(function)} | {V3(function)} | {V2(function)} | {ErrorsOf(function)} | {Upstream(function)} | {Note(function)} |\n");
        }
        return text.ToString();
    }

    private static string Signature(FunctionInfo function) =>
        $"`{function.Name}({string.Join(", ", function.Arguments.Select(argument => $"{argument.Type} {argument.Name}"))})`";

    private static string Hub(FunctionInfo function) =>
        function.Dialects.HasFlag(FunctionDialects.V38) ? Availability(function) : "–";

    private static string V3(FunctionInfo function)
    {
        if (!function.Dialects.HasFlag(FunctionDialects.V3))
            return "–";
        if (function.Availability != FunctionAvailability.Available)
            return Availability(function);
        var v3 = V3Functions.Find(function.Name)!;
        string?[] said =
        [
            v3.IsWithoutEffect ? "acknowledged" : "yes",
            v3.OneObject is null ? null : $"one `{v3.OneObject.Type.Name}`",
            v3.OptionalArguments > 0 ? "the last argument may be absent" : null,
            v3.Method != function.Name ? $"as `{v3.Method}`" : null,
            v3.ReplyEvent != function.Name ? $"reply `{v3.ReplyEvent}`" : null,
        ];
        return string.Join(", ", said.OfType<string>());
    }

    private static string V2(FunctionInfo function)
    {
        if (!function.Dialects.HasFlag(FunctionDialects.V2))
            return "–";
        if (V2Functions.Find(function.Name) is not { Refusal: null } v2)
            return "906";
        var data = v2.Shape switch
        {
            V2Shape.Ignored => "yes",
            V2Shape.Raw => "`text`",
            V2Shape.Json => "`json`",
            _ => $"`{{{string.Join(", ", v2.Keys)}}}`",
        };
        return v2.Method == function.Name ? data : $"{data}, as `{v2.Method}`";
    }

    private static string ErrorsOf(FunctionInfo function)
    {
        if (function.Availability != FunctionAvailability.Available)
            return "";
        string?[] methods = [function.Name, V3Functions.Find(function.Name)?.Method, V2Functions.Find(function.Name)?.Method];
        return methods.OfType<string>().Select(DocumentedErrors.TextOf).FirstOrDefault(text => text.Length > 0, "");
    }

    private static string Availability(FunctionInfo function) =>
        function.Availability == FunctionAvailability.Available ? "yes" : $"{function.Refusal.Code}";

    private string Upstream(FunctionInfo function)
    {
        if (function.Availability != FunctionAvailability.Available)
            return "";
        string?[] methods =
        [
            function.Name, V3Functions.Find(function.Name)?.Method, V2Functions.Find(function.Name)?.Method,
        ];
        return string.Join(", ", methods.OfType<string>().Distinct().SelectMany(upstream.Of).Distinct()
            .Order(StringComparer.Ordinal).Select(call => $"`{call}`"));
    }

    private string Note(FunctionInfo function)
    {
        var differs = differences.Contains($"`{function.Name}`", StringComparison.Ordinal)
            ? "[differs](differences.md)"
            : null;
        var why = function.Availability switch
        {
            FunctionAvailability.NotYet => "not yet",
            FunctionAvailability.HostFile => "reads a file of the gateway's host",
            FunctionAvailability.NotOnServer => "a v3.8 server has no such feature",
            FunctionAvailability.OnDevice => "about files on the device",
            FunctionAvailability.InProcess => "takes a callback; events take its place",
            _ => null,
        };
        return string.Join(", ", new[] { why, differs }.OfType<string>());
    }
}
