using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sessions;

/// <summary>What a notification is about: its content is <c>{"detail": "JSON of the tips"}</c>.</summary>
internal static class NotificationContent
{
    /// <summary>The tips, or null when the content is none.</summary>
    public static T? Read<T>(MsgData notification) where T : class, IMessage<T>
    {
        try
        {
            var element = JsonSerializer.Deserialize<NotificationElem>(notification.Content.Span, OpenImJson.Options);
            return element is { Detail.Length: > 0 }
                ? JsonSerializer.Deserialize<T>(element.Detail, OpenImJson.Options)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
