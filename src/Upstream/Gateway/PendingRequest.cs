using Google.Protobuf;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Upstream;

/// <summary>A request whose answer has not come yet.</summary>
internal interface IPendingRequest
{
    void Answer(in GatewayCodec.Frame frame);

    void Fail(OpenImError error);
}

/// <inheritdoc cref="IPendingRequest" />
internal sealed class PendingRequest<T>(MessageParser<T> parser)
    : TaskCompletionSource<Result<T>>(TaskCreationOptions.RunContinuationsAsynchronously), IPendingRequest
    where T : class, IMessage<T>
{
    public void Answer(in GatewayCodec.Frame frame)
    {
        if (frame.ErrCode != 0)
        {
            Fail(new OpenImError(frame.ErrCode, ErrorText.Of(frame.ErrCode, frame.ErrMsg)));
            return;
        }
        try
        {
            TrySetResult(parser.ParseFrom(frame.Data));
        }
        catch (InvalidProtocolBufferException)
        {
            Fail(Errors.Internal);
        }
    }

    public void Fail(OpenImError error) => TrySetResult(error);
}
