using System.Buffers;
using System.Net.WebSockets;
using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Upstream;

/// <content>
/// The requests. Each ends within <see cref="UpstreamOptions.RequestTimeout"/>, with one of: the answer; the server's
/// error; <see cref="Errors.Network"/>, when the connection had ended before the request was written (it may be made
/// again); <see cref="Errors.NetworkTimeout"/>, when it was written and no answer came, or none can come any more (it
/// may have been done); <see cref="Errors.DeadlineExceeded"/>, when the caller gave up or the connection was disposed,
/// kicked or logged out; <see cref="ErrorCode.Arguments"/>, when it is larger than the server takes; <see
/// cref="ErrorCode.TooManyRequests"/>.
/// </content>
public sealed partial class GatewayConnection
{
    /// <summary>The server ends the connection when a frame is larger than this.</summary>
    private const int MaxRequestBytes = 51_200;

    /// <summary>So many may wait at once: the server answers one after another, more would only wait longer.</summary>
    private const int MaxPending = 128;

    private static readonly OpenImError TooManyRequests =
        new(ErrorCode.TooManyRequests, $"More than {MaxPending} requests wait for OpenIM's message gateway");

    /// <summary>1001: the largest seq of each of the user's conversations and their notification twins.</summary>
    public Task<Result<GetMaxSeqResp>> GetNewestSeqAsync(
        GetMaxSeqReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(GatewayRequest.GetNewestSeq, request, GetMaxSeqResp.Parser, operationID, cancellationToken);

    /// <summary>1002: messages by ranges of seq.</summary>
    public Task<Result<PullMessageBySeqsResp>> PullMessagesBySeqRangesAsync(
        PullMessageBySeqsReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(
            GatewayRequest.PullMsgBySeqList, request, PullMessageBySeqsResp.Parser, operationID, cancellationToken);

    /// <summary>1003: sends a message. A message that is sent again with the same clientMsgID is there twice.</summary>
    public Task<Result<SendMsgResp>> SendMessageAsync(
        MsgData message, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(GatewayRequest.SendMsg, message, SendMsgResp.Parser, operationID, cancellationToken);

    /// <summary>
    /// 1005: messages by lists of seqs. The server does not check that the conversations are the user's.
    /// </summary>
    public Task<Result<GetSeqMessageResp>> GetMessagesBySeqsAsync(
        GetSeqMessageReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(GatewayRequest.PullMsg, request, GetSeqMessageResp.Parser, operationID, cancellationToken);

    /// <summary>
    /// 1006: the seqs that the user has read and the largest ones; an empty list asks for all conversations.
    /// </summary>
    public Task<Result<GetConversationsHasReadAndMaxSeqResp>> GetHasReadAndMaxSeqsAsync(
        GetConversationsHasReadAndMaxSeqReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(
            GatewayRequest.GetConvMaxReadSeq, request, GetConversationsHasReadAndMaxSeqResp.Parser, operationID,
            cancellationToken);

    /// <summary>1007: the last message of conversations. The server does not check that they are the user's.</summary>
    public Task<Result<GetLastMessageResp>> GetLastMessagesAsync(
        GetLastMessageReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(
            GatewayRequest.PullConvLastMessage, request, GetLastMessageResp.Parser, operationID, cancellationToken);

    /// <summary>
    /// 2003: takes the offline push token away. The server then ends the connection; the user's token stays good.
    /// </summary>
    public Task<Result<DelUserPushTokenResp>> LogoutAsync(
        DelUserPushTokenReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(GatewayRequest.Logout, request, DelUserPushTokenResp.Parser, operationID, cancellationToken);

    /// <summary>2004: an iOS connection in the background gets no pushes.</summary>
    public Task<Result<SetAppBackgroundStatusResp>> SetBackgroundStatusAsync(
        SetAppBackgroundStatusReq request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(
            GatewayRequest.SetBackgroundStatus, request, SetAppBackgroundStatusResp.Parser, operationID,
            cancellationToken);

    /// <summary>
    /// 2005: subscribes to users' coming and going, for as long as this connection lasts. The answer is their state
    /// now.
    /// </summary>
    public Task<Result<SubUserOnlineStatusTips>> SubscribeOnlineStatusAsync(
        SubUserOnlineStatus request, string operationID, CancellationToken cancellationToken) =>
        RequestAsync(
            GatewayRequest.SubUserOnlineStatus, request, SubUserOnlineStatusTips.Parser, operationID,
            cancellationToken);

    private async Task<Result<T>> RequestAsync<T>(
        int reqIdentifier, IMessage message, MessageParser<T> parser, string operationID,
        CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        var start = _time.GetTimestamp();
        var pending = new PendingRequest<T>(parser);
        if (Add(pending, out var msgIncr) is { } refusal)
            return refusal;
        try
        {
            if (await SendAsync(reqIdentifier, message, operationID, msgIncr, cancellationToken) is { } failure)
                return failure;
            var rest = _options.RequestTimeout - _time.GetElapsedTime(start);
            return await pending.Task.WaitAsync(
                rest > TimeSpan.Zero ? rest : TimeSpan.Zero, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return Errors.NetworkTimeout;
        }
        catch (OperationCanceledException)
        {
            return Errors.DeadlineExceeded;
        }
        finally
        {
            Take(msgIncr);
        }
    }

    private OpenImError? Add(IPendingRequest request, out long msgIncr)
    {
        lock (_pending)
        {
            msgIncr = ++_msgIncr;
            if (End is not null)
                return Errors.Network;
            if (_pending.Count >= MaxPending)
                return TooManyRequests;
            _pending.Add(msgIncr, request);
            return null;
        }
    }

    private IPendingRequest? Take(long msgIncr)
    {
        lock (_pending)
            return _pending.Remove(msgIncr, out var request) ? request : null;
    }

    private async Task<OpenImError?> SendAsync(
        int reqIdentifier, IMessage message, string operationID, long msgIncr, CancellationToken cancellationToken)
    {
        var length = GatewayCodec.Write(reqIdentifier, _sendID, operationID, msgIncr, message, out var frame);
        try
        {
            if (_options.CompressGateway)
                length = GatewayCompression.Compress(ref frame, length);
            if (length > MaxRequestBytes)
                return Errors.Arguments($"the request is {length} bytes large, OpenIM takes {MaxRequestBytes}");
            if (!await _writing.WaitAsync(_options.RequestTimeout, cancellationToken))
                return Errors.NetworkTimeout;
            try
            {
                return await WriteAsync(frame.AsMemory(0, length), WebSocketMessageType.Binary) ? null : Errors.Network;
            }
            finally
            {
                _writing.Release();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    /// <summary>
    /// Writes one frame; the caller holds <see cref="_writing"/>. False when the connection has ended. It takes no
    /// CancellationToken: a frame that is cut off would take the connection with it, which is meant only when the
    /// server does not read.
    /// </summary>
    private async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> frame, WebSocketMessageType type)
    {
        try
        {
            if (End is not null)
                return false;
            var sending = _socket.SendAsync(frame, type, endOfMessage: true, CancellationToken.None);
            if (!sending.IsCompletedSuccessfully)
            {
                using var limit = new CancellationTokenSource(_options.RequestTimeout, _time);
                using var giveUp = limit.Token.UnsafeRegister(
                    static connection => ((GatewayConnection)connection!).Close(
                        new GatewayEnd(GatewayEndReason.Silent, "it reads no requests")),
                    this);
                await sending;
            }
            Volatile.Write(ref _lastSent, _time.GetTimestamp());
            return true;
        }
        catch (Exception error) when (IsConnectionEnd(error))
        {
            Close(new GatewayEnd(GatewayEndReason.Lost, error.Message));
            return false;
        }
    }
}
