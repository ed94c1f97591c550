using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>
/// The errors as v3 clients know them. The codes 20000 (no such request) and 10005 (the SDK refused) are kept where
/// apps may test for them; behind them stands what is really wrong, without the type names and source paths of the
/// original.
/// </summary>
internal static class V3Errors
{
    /// <summary>The code of frames that are no requests.</summary>
    public const int NoRequest = 20000;

    public static OpenImError NotLoggedIn { get; } =
        new(ErrorCode.Unknown, "not load resource: 10004 ResourceLoadNotCompleteError");

    public static OpenImError NoOperationId { get; } =
        new(ErrorCode.Unknown, "call function operationID is empty: 10002 ArgsError");

    public static OpenImError ArgumentCount { get; } =
        new(ErrorCode.Unknown, "go code error: fn in args num is not match: 10006 SdkInternalError");

    public static OpenImError ArgumentType { get; } =
        new(ErrorCode.Unknown, "go code error: fn in args type is not match: 10006 SdkInternalError");

    public static OpenImError ForeignUser { get; } =
        new(ErrorCode.Unknown, "userID is not the user of this connection: 10002 ArgsError");

    public static OpenImError LoginRepeat { get; } = new(ErrorCode.LoginRepeat, "10102 LoginRepeatError");

    public static OpenImError TooManyRequests { get; } =
        new(ErrorCode.TooManyRequests, $"{ErrorCode.TooManyRequests} too many requests at once");

    public static OpenImError UnknownFunction { get; } = new(NoRequest, "method is valid: no such function");

    /// <summary>The platformID of the address is no number.</summary>
    public static OpenImError Platform(string text) =>
        new(ErrorCode.Unknown, $"strconv.ParseInt: parsing \"{text}\": invalid syntax");

    /// <summary>An argument that should have held JSON and does not.</summary>
    public static OpenImError ArgumentJson(int index) =>
        new(ErrorCode.Unknown,
            $"go call json.Unmarshal error: argument {index + 1} is no JSON of its type: 10006 SdkInternalError");

    /// <summary>
    /// What the hub answered, in the words of the v3.5 SDK. Errors that it had wrapped in a text lost their code in the
    /// old gateway and have it behind the text, as there.
    /// </summary>
    public static OpenImError From(OpenImError error, V3Function function) => error.Code switch
    {
        ErrorCode.NotLoggedIn => NotLoggedIn,
        ErrorCode.Unknown => error,
        ErrorCode.Arguments when !function.TellsArgumentsError => Wrapped(error),
        ErrorCode.Internal or ErrorCode.Network or ErrorCode.UserNotFound or ErrorCode.GroupNotFound => Wrapped(error),
        _ => Bare(error),
    };

    /// <summary>An error with its own code.</summary>
    public static OpenImError Bare(OpenImError error) =>
        new(error.Code, $"{error.Code} {NameOf(error.Code) ?? error.Message}");

    private static OpenImError Wrapped(OpenImError error) =>
        new(ErrorCode.Unknown, $"{error.Message}: {error.Code} {NameOf(error.Code)}");

    private static string? NameOf(int code) => code switch
    {
        10000 => "NetworkError",
        10001 => "NetworkTimeoutError",
        10002 => "ArgsError",
        10003 => "CtxDeadlineExceededError",
        10006 => "SdkInternalError",
        10100 => "UserIDNotFoundError",
        10101 => "LoginOutError",
        10102 => "LoginRepeatError",
        10204 => "only failed message can be repeatedly send",
        10205 => "contentType not support currently",
        10303 => "unread count has zero",
        10400 => "GroupIDNotFoundError",
        10401 => "group type error",
        1501 => "TokenExpiredError",
        1502 => "TokenInvalidError",
        1503 => "TokenMalformedError",
        1504 => "TokenNotValidYetError",
        1505 => "TokenUnknownError",
        1506 => "TokenKickedError",
        1507 => "TokenNotExistError",
        _ => null,
    };
}
