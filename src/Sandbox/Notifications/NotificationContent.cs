using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Upstream;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The content of notifications: JSON with one text, which itself is JSON.</summary>
internal static class NotificationContent
{
    public static ByteString Of(string detail) => UnsafeByteOperations.UnsafeWrap(
        JsonSerializer.SerializeToUtf8Bytes(new NotificationElem { Detail = detail }, OpenImJson.Options));
}
