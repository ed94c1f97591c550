using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Http.Features;
using OpenIM.SignalR.Upstream;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Where features put their REST paths. A rule gets the caller and the request message and gives the answer message or
/// an error; the envelope, the headers and the token are dealt with here.
/// </summary>
internal sealed class RestApi(IEndpointRouteBuilder endpoints)
{
    private static readonly JsonSerializerOptions Reading =
        new(OpenImJson.Options) { Converters = { new TextList() } };

    /// <summary>A path whose body and answer are protobuf messages in Go's JSON form.</summary>
    public void Map<TRequest, TResponse>(string path, Func<Caller, TRequest, Answer<TResponse>> rule)
        where TRequest : IMessage, new()
        where TResponse : IMessage, new() =>
        Map<TRequest, TResponse>(path, (_, caller, request) => rule(caller, request));

    /// <summary>Such a path whose rule must know under which address the client sees the API.</summary>
    public void Map<TRequest, TResponse>(string path, Func<HttpRequest, Caller, TRequest, Answer<TResponse>> rule)
        where TRequest : IMessage, new()
        where TResponse : IMessage, new()
    {
        var hasData = new TResponse().Descriptor.Fields.InDeclarationOrder().Count > 0;
        endpoints.MapPost(path, async context =>
        {
            var body = await ReadAsync<TRequest>(context);
            if (!body.IsOk)
            {
                await Envelope.WriteErrorAsync(context, ServerErrors.Unreadable(body.Error.Detail));
                return;
            }
            var answer = rule(context.Request, context.Features.GetRequiredFeature<Caller>(), body.Value);
            if (!answer.IsOk)
                await Envelope.WriteErrorAsync(context, answer.Error);
            else if (hasData)
                await Envelope.WriteDataAsync(context, answer.Value);
            else
                await Envelope.WriteEmptyAsync(context);
        });
    }

    /// <summary>
    /// A path whose handler binds the body in the server's web framework: a body that is no JSON of the right shape is
    /// answered with HTTP 400, as is an error of <paramref name="validate"/>.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="bindingError">The error for an unreadable body, made from the parser's text.</param>
    /// <param name="validate">The framework's own checks of the body ("required" fields).</param>
    /// <param name="rule">What is done with a good body.</param>
    public void MapBound<TRequest, TResponse>(
        string path,
        Func<string, ServerError> bindingError,
        Func<TRequest, ServerError?> validate,
        Func<Caller, TRequest, Answer<TResponse>> rule)
        where TRequest : new()
    {
        endpoints.MapPost(path, async context =>
        {
            var body = await ReadAsync<TRequest>(context);
            var refusal = body.IsOk ? validate(body.Value) : bindingError(body.Error.Detail);
            if (refusal is not null)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await Envelope.WriteErrorAsync(context, refusal);
                return;
            }
            var answer = rule(context.Features.GetRequiredFeature<Caller>(), body.Value!);
            await (answer.Error is { } error
                ? Envelope.WriteErrorAsync(context, error)
                : Envelope.WriteDataAsync(context, answer.Value));
        });
    }

    /// <summary>A path that reads its request and writes its answer itself.</summary>
    public void Map(string path, Func<HttpContext, Caller, Task> handler) =>
        endpoints.MapPost(path, context => handler(context, context.Features.GetRequiredFeature<Caller>()));

    /// <summary>A path that is read with a plain GET, by anybody.</summary>
    public void MapGet(string path, RequestDelegate handler) => endpoints.MapGet(path, handler);

    /// <summary>The body as JSON, or the error with the parser's text.</summary>
    public static async Task<Answer<T>> ReadAsync<T>(HttpContext context) where T : new()
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(
                context.Request.Body, Reading, context.RequestAborted);
            return body ?? new T();
        }
        // The reader throws InvalidOperationException for text that is no UTF-16 (an escaped half of a pair), and the
        // web server BadHttpRequestException for a body that is too large or ends too early.
        catch (Exception error) when (error is JsonException or InvalidOperationException or BadHttpRequestException)
        {
            return ServerErrors.Arguments(error.Message);
        }
    }
}
