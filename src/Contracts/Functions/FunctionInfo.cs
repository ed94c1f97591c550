namespace OpenIM.SignalR.Contracts;

/// <summary>One function of OpenIM's SDKs, that is one ReqFuncName.</summary>
/// <param name="Name">The ReqFuncName, which is also the hub's method.</param>
/// <param name="Family">The part of OpenIM it belongs to.</param>
/// <param name="Dialects">The SDK generations that know it.</param>
/// <param name="Arguments">
/// As in v3.8, else as in v3: positional, all given. A function that only v2 knows lists the keys of its <c>data</c>.
/// </param>
/// <param name="Availability">Whether it can be called here.</param>
public sealed record FunctionInfo(
    string Name,
    FunctionFamily Family,
    FunctionDialects Dialects,
    IReadOnlyList<FunctionArgument> Arguments,
    FunctionAvailability Availability)
{
    /// <summary>Whether the hub has a method of this name. What only v2 knows is translated by its dialect.</summary>
    public bool IsOnHub =>
        Availability == FunctionAvailability.Available && (Dialects & ~FunctionDialects.V2) != FunctionDialects.None;

    /// <summary>What a caller of a function that is not available gets.</summary>
    public OpenImError Refusal => Availability switch
    {
        FunctionAvailability.HostFile =>
            new(ErrorCode.HostFileRefused, $"{Name} reads a file by its path: send the file by URL instead"),
        FunctionAvailability.NotOnServer =>
            new(ErrorCode.NotAvailable, $"{Name}: an OpenIM server v3.8 has no such feature"),
        FunctionAvailability.OnDevice =>
            new(ErrorCode.NotAvailable, $"{Name} is about files that an SDK keeps on the device: there are none here"),
        FunctionAvailability.InProcess =>
            new(ErrorCode.NotAvailable, $"{Name} takes a callback: listen to the events instead"),
        _ => new(ErrorCode.NotAvailable, $"{Name} is not available in this gateway yet"),
    };
}
