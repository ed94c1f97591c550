using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>The errors as v2 clients know them: their own codes, and bare texts.</summary>
internal static class V2Errors
{
    public static OpenImError NoFrame { get; } = new(100, "Unmarshal failed");

    public static OpenImError NoLogin { get; } = new(1003, "No Login, first Login");

    public static OpenImError Parameter { get; } = new(1001, "Request Parameter Error");

    public static OpenImError NoObject { get; } = new(1001, "unmarshal failed");

    public static OpenImError NoKey { get; } = new(1001, "key not in");

    public static OpenImError OtherUser { get; } = new(708, "the user is not the user of the token");

    public static OpenImError TooManyRequests { get; } = new(810, "too many requests at once");

    /// <summary>A parameter that should have held JSON and does not.</summary>
    public static OpenImError NoJson { get; } = new(803, "the parameter is not the JSON that it should be");

    /// <summary>What the hub answered, under v2's code.</summary>
    public static OpenImError From(OpenImError error) => error.Code switch
    {
        ErrorCode.NotLoggedIn => NoLogin,
        _ => new(CodeOf(error.Code), error.Message),
    };

    private static int CodeOf(int code) => code switch
    {
        ErrorCode.Network => 904,
        ErrorCode.NetworkTimeout => 902,
        ErrorCode.Arguments => 803,
        ErrorCode.ContextDeadlineExceeded => 902,
        ErrorCode.Unknown => 802,
        ErrorCode.Internal => 812,
        ErrorCode.LoginRepeat => 806,
        ErrorCode.MessageRepeat => 202,
        ErrorCode.ContentTypeNotSupported or ErrorCode.NotAvailable or ErrorCode.HostFileRefused => 906,
        ErrorCode.TooManyRequests => 810,
        1302 => 600,
        1303 => 601,
        >= 1501 and <= 1506 => code - 800,
        ErrorCode.TokenNotExist => 706,
        _ => 809,
    };
}
