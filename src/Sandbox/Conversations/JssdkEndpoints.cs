using Google.Protobuf;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// The paths below <c>/jssdk</c>. Their bodies may be JSON or protobuf; the answer to a protobuf body still is the JSON
/// envelope, but its <c>data</c> is the base64 of the protobuf answer.
/// </summary>
internal static class JssdkEndpoints
{
    public static void MapJssdk<TRequest>(
        this RestApi api, string path, Func<Caller, TRequest, Answer<ConversationMessages>> rule)
        where TRequest : IMessage<TRequest>, new() =>
        api.Map(path, async (context, caller) =>
        {
            var type = context.Request.ContentType ?? "";
            var isProtobuf = type.Contains("application/protobuf", StringComparison.Ordinal)
                || type.Contains("application/x-protobuf", StringComparison.Ordinal);
            if (!isProtobuf && type.Length > 0 && !type.Contains("application/json", StringComparison.Ordinal))
            {
                await Envelope.WriteErrorAsync(context, ServerErrors.Arguments("unsupported content type"));
                return;
            }
            var body = isProtobuf
                ? await ReadProtobufAsync<TRequest>(context)
                : await RestApi.ReadAsync<TRequest>(context);
            var answer = body.IsOk ? rule(caller, body.Value) : ServerErrors.Unreadable(body.Error.Detail);
            if (!answer.IsOk)
                await Envelope.WriteErrorAsync(context, answer.Error);
            else if (isProtobuf)
                await Envelope.WriteDataAsync(context, answer.Value.ToByteArray());
            else
                await Envelope.WriteDataAsync(context, answer.Value);
        });

    private static async Task<Answer<TRequest>> ReadProtobufAsync<TRequest>(HttpContext context)
        where TRequest : IMessage<TRequest>, new()
    {
        // Kestrel caps the body.
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            return new MessageParser<TRequest>(() => new TRequest()).ParseFrom(body.GetBuffer(), 0, (int)body.Length);
        }
        catch (InvalidProtocolBufferException error)
        {
            return ServerErrors.Arguments(error.Message);
        }
    }
}
