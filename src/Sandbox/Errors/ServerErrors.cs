namespace OpenIM.SignalR.Sandbox;

/// <summary>OpenIM's errors by the names it gives them.</summary>
internal static class ServerErrors
{
    public static ServerError TokenExpired { get; } = new(1501, "TokenExpiredError");

    public static ServerError TokenMalformed { get; } = new(1503, "TokenMalformedError");

    public static ServerError TokenNotValidYet { get; } = new(1504, "TokenNotValidYetError");

    public static ServerError TokenKicked { get; } = new(1506, "TokenKickedError");

    public static ServerError TokenNotExist { get; } = new(1507, "TokenNotExistError");

    /// <summary>Everything that has no code of its own.</summary>
    public static ServerError Internal(string detail = "") => new(500, "ServerInternalError", detail);

    public static ServerError Arguments(string detail = "") => new(1001, "ArgsError", detail);

    /// <summary>
    /// A REST body that is no JSON of the request's shape: the name is the text, as the server has it.
    /// </summary>
    public static ServerError Unreadable(string text) => new(1001, $"Error: Error: {text}");

    public static ServerError NoPermission(string detail = "") => new(1002, "NoPermissionError", detail);

    public static ServerError RecordNotFound(string detail = "") => new(1004, "RecordNotFoundError", detail);

    /// <summary>Data that does not fit together.</summary>
    public static ServerError Data(string detail) => new(90007, "DataError", detail);

    public static ServerError RegisteredAlready(string detail = "") => new(1102, "RegisteredAlreadyError", detail);

    /// <summary>An error that is known by its code only, with the name that it has in OpenIM.</summary>
    public static ServerError OfCode(int code, string detail) => code switch
    {
        500 => Internal(detail),
        1001 => Arguments(detail),
        1002 => NoPermission(detail),
        1004 => RecordNotFound(detail),
        1102 => RegisteredAlready(detail),
        1501 => TokenExpired with { Detail = detail },
        1502 => TokenInvalid(detail),
        1503 => TokenMalformed with { Detail = detail },
        1504 => TokenNotValidYet with { Detail = detail },
        1505 => TokenUnknown() with { Detail = detail },
        1506 => TokenKicked with { Detail = detail },
        1507 => TokenNotExist with { Detail = detail },
        1601 => TooManyConnections with { Detail = detail },
        _ => new ServerError(code, "UnknownCode", detail),
    };

    /// <summary>A token of somebody else than the one who opens the gateway with it.</summary>
    public static ServerError TokenInvalid(string detail) => new(1502, "TokenInvalidError", detail);

    /// <summary>1505 carries the text of the JWT library instead of a name.</summary>
    public static ServerError TokenUnknown(string text = "TokenUnknownError") => new(1505, text);

    public static ServerError TooManyConnections { get; } = new(1601, "ConnOverMaxNumLimit");

    public static ServerError ConnectionArguments(string detail) =>
        new(1602, "args err, need token, sendID, platformID", detail);
}
