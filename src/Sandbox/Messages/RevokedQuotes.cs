using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Quotes of messages that were taken back meanwhile: when they are read, they hold the notice of that instead.
/// </summary>
internal static class RevokedQuotes
{
    /// <summary>Rewrites the quotes among messages read from a conversation.</summary>
    public static void Rewrite(IEnumerable<MsgData> messages, MessageLog log)
    {
        foreach (var message in messages)
            if (message.ContentType == ContentType.Quote && !message.Content.IsEmpty && Parse(message) is { } quote)
                Rewrite(message, quote, log);
    }

    private static void Rewrite(MsgData message, QuoteElement quote, MessageLog log)
    {
        if (quote.QuoteMessage is not { Seq: > 0, ContentType: not ContentType.Revoked } quoted)
            return;
        if (log.Read("", [quoted.Seq])[0] is not { ContentType: ContentType.Revoked } notice)
            return;
        var rewritten = quote with
        {
            QuoteMessage = quoted with { ContentType = ContentType.Revoked, Content = notice.Content.ToStringUtf8() },
        };
        message.Content = UnsafeByteOperations.UnsafeWrap(
            JsonSerializer.SerializeToUtf8Bytes(rewritten, OpenImJson.Options));
    }

    // The content is the client's affair: one that is no quote element stays as it is.
    private static QuoteElement? Parse(MsgData message)
    {
        try
        {
            return JsonSerializer.Deserialize<QuoteElement>(message.Content.Span, OpenImJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
