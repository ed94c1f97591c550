using System.Text.Json;
using OpenIM.SignalR.Compat.Connections;
using OpenIM.SignalR.Compat.Frames;
using OpenIM.SignalR.Compat.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

internal sealed partial class V3Dialect
{
    /// <inheritdoc />
    public override void WriteEvent(LegacyConnection connection, HubEvent hubEvent)
    {
        if (V3Events.Find(hubEvent.Name) is not { } known)
            return;

        var name = known.Name ?? hubEvent.Name;
        switch (known.Payload)
        {
            case V3Payload.None:
                Tell(connection, name, []);
                break;
            case V3Payload.Same:
                Tell(connection, name, hubEvent.Argument(0));
                break;
            case V3Payload.List:
                Tell(connection, name, [(byte)'[', .. hubEvent.Argument(0), (byte)']']);
                break;
            case V3Payload.Conversations:
                var told = connection.State.ToldReading;
                var rows = Argument<IReadOnlyList<LocalConversation>>(hubEvent, 0).Select(told.Tell).ToArray();
                Tell(connection, name, JsonText.Encode(V3Entities.From(rows)));
                break;
            case V3Payload.Total:
                Tell(connection, name, hubEvent.Argument(0));
                if (connection.State.ToldReading.AfterTotal() is { } marked)
                {
                    Tell(connection, "OnConversationChanged", JsonText.Encode(V3Entities.From([marked])));
                    Tell(connection, name, hubEvent.Argument(0));
                }

                break;
            case V3Payload.Group:
                TellGroup(connection, name, Argument<LocalGroup>(hubEvent, 0), hubEvent.Argument(0));
                break;
            case V3Payload.Black:
                Tell(connection, name, JsonText.Encode(new V3Black(Argument<LocalBlack>(hubEvent, 0))));
                break;
            case V3Payload.Typing:
                var status = Argument<ConversationInputStatus>(hubEvent, 0);
                if (status.Message is { } message)
                    Tell(connection, "OnRecvNewMessages", JsonText.Encode(new[] { message }));
                Tell(connection, name, JsonText.Encode(status with { Message = null }));
                break;
            case V3Payload.Error:
                ReplyFrame.Send(
                    connection, name, Argument<int>(hubEvent, 0), Argument<string>(hubEvent, 1), [], "");
                break;
        }

        if (name == "OnKickedOffline")
            connection.Close(CloseReason.KickedOffline);
    }

    private static T Argument<T>(HubEvent hubEvent, int index) =>
        JsonSerializer.Deserialize<T>(hubEvent.Argument(index), JsonText.Options)!;
}
