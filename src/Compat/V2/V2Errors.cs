using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

/// <summary>The errors as v2 clients know them: their own codes, and bare texts.</summary>
internal static class V2Errors
{
    /// <summary>The code of parameters that are not the JSON that they should be, and of most other mistakes.</summary>
    public const int WrongJson = 803;

    /// <summary>The code of most of what the SDK itself refused to do.</summary>
    public const int Refused = 201;

    /// <summary>The code of what its database did not have, or could not do.</summary>
    public const int Database = 802;

    /// <summary>The code of a message that has no sender or is addressed to nobody.</summary>
    public const int NoAddress = 208;

    public static OpenImError NoFrame { get; } = new(100, "Unmarshal failed");

    public static OpenImError NoLogin { get; } = new(1003, "No Login, first Login");

    public static OpenImError Parameter { get; } = new(1001, "Request Parameter Error");

    public static OpenImError NoObject { get; } = new(1001, "unmarshal failed");

    public static OpenImError NoKey { get; } = new(1001, "key not in");

    public static OpenImError OtherUser { get; } = new(708, "the user is not the user of the token");

    public static OpenImError TooManyRequests { get; } = new(810, "too many requests at once");

    /// <summary>A parameter that should have held JSON and does not.</summary>
    public static OpenImError NoJson { get; } = new(WrongJson, "the parameter is not the JSON that it should be");

    /// <summary>Why a function cannot be called.</summary>
    public static OpenImError From(OpenImError refusal) => new(CodeOf(refusal.Code, WrongJson), refusal.Message);

    /// <summary>What the hub answered, under v2's code. What the SDK itself had refused names the operation.</summary>
    public static OpenImError From(OpenImError error, V2Function function, ReadOnlySpan<char> operationId)
    {
        if (error.Code == ErrorCode.NotLoggedIn)
            return NoLogin;
        var code = error.Code == ErrorCode.Unknown && !Errors.IsRecordNotFound(error)
            ? function.Refused
            : CodeOf(error.Code, function.WrongArguments);
        return new(code, IsOwn(code) ? $"operationID[{operationId}], info[{error.Message}]" : error.Message);
    }

    private static bool IsOwn(int code) => code is >= 201 and <= 208 or >= 801 and <= 806;

    private static int CodeOf(int code, int wrongArguments) => code switch
    {
        ErrorCode.Network => 904,
        ErrorCode.NetworkTimeout => 902,
        ErrorCode.Arguments => wrongArguments,
        ErrorCode.ContextDeadlineExceeded => 902,
        ErrorCode.Unknown => Database,
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
