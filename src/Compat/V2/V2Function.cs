using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>A function as v2 clients call it: one line of the table <see cref="V2Functions"/>.</summary>
/// <param name="Name">The ReqFuncName.</param>
/// <param name="Method">The hub's method.</param>
/// <param name="Shape">What <c>data</c> must be.</param>
/// <param name="Keys">For an object: the keys that must be there.</param>
/// <param name="Arguments">Takes the method's arguments out of <c>data</c>.</param>
/// <param name="Result">Makes v2's result of the hub's, when that is more than another shape of the same
/// entities; it is told whose result it is.</param>
/// <param name="IsVoidQuoted">
/// The result of a function without one: two quotes (friend, group and self-info families) or nothing.
/// </param>
internal sealed record V2Function(
    string Name,
    string Method,
    V2Shape Shape,
    IReadOnlyList<string> Keys,
    Func<V2Data, object?[]> Arguments,
    Func<object, string, object>? Result,
    bool IsVoidQuoted)
{
    /// <summary>Its place in the table.</summary>
    public int Row { get; set; }

    /// <summary>Which of the hub's methods it is, when that depends on the arguments.</summary>
    public Func<V2Data, string>? ChooseMethod { get; init; }

    /// <summary>What v2 answers where the hub's method has no result: made of the request.</summary>
    public Func<V2Data, string>? Outcome { get; init; }

    /// <summary>The code for arguments that the hub refuses.</summary>
    public int WrongArguments { get; init; } = V2Errors.WrongJson;

    /// <summary>The code for what the hub refuses to do with good arguments; unknown records have one of their own.</summary>
    public int Refused { get; init; } = V2Errors.Refused;

    /// <summary>What the hub refuses is told as an empty result, as all functions that make messages did.</summary>
    public bool IsRefusalEmpty { get; init; }

    /// <summary>Why it cannot be called, or null.</summary>
    public OpenImError? Refusal { get; init; }
}

/// <summary>What a v2 request's <c>data</c> is.</summary>
internal enum V2Shape
{
    /// <summary>Not looked at.</summary>
    Ignored,

    /// <summary>A text as it is.</summary>
    Raw,

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>A JSON object with required keys.</summary>
    Object,

    /// <summary>As the server wanted it an object, as the clients send it a bare value.</summary>
    ObjectOrJson,
}
