using Microsoft.AspNetCore.Http;

namespace OpenIM.SignalR.Compat.Handshake;

/// <summary>An answer instead of a connection, byte for byte as Go's <c>http.Error</c> writes it.</summary>
internal sealed record Refusal(int Status, string Text)
{
    public static Refusal Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized\n");

    public static Refusal MissingKey { get; } = new(StatusCodes.Status400BadRequest, "Unauthorized\n");

    public static Refusal OverQuantity { get; } = new(StatusCodes.Status401Unauthorized, "Over quantity\n");

    public static Refusal MethodNotAllowed { get; } =
        new(StatusCodes.Status405MethodNotAllowed, "Method not allowed\n");

    public static Refusal NoWebSocket { get; } = new(StatusCodes.Status400BadRequest, "Bad Request\n");

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Sec-Websocket-Version"] = "13";
        return response.WriteAsync(Text, context.RequestAborted);
    }
}
