using System.Text.Json;
using Google.Protobuf;
using OpenIM.SignalR.Contracts;
using OpenIM.SignalR.Upstream.Wire;
using Json = OpenIM.SignalR.Contracts.ContractsJsonContext;

namespace OpenIM.SignalR.Sessions;

/// <content>Who is typing: telling others, and being told. Nothing of it is stored, no message event shows
/// it.</content>
internal sealed partial class SessionGrain
{
    private const string Typing = "yes";
    private const string NotTyping = "no";

    private static readonly TimeSpan TypingLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookForOldStates = TimeSpan.FromSeconds(2);

    /// <summary>With a server's code, as in the original.</summary>
    private static readonly OpenImError NoConversation =
        new(ErrorCode.ServerArguments, "ArgsError conversationID can't be empty");

    private InputStates? _inputStates;
    private OwnInputStates? _ownInputStates;

    /// <summary>Runs only while somebody types.</summary>
    private IGrainTimer? _inputStateTimer;

    public async Task<Result> TypingStatusUpdate(string recvID, string msgTip, CancellationToken cancellationToken)
    {
        if (await WhenLoggedIn(cancellationToken) is { } error)
            return error;
        return string.IsNullOrEmpty(recvID)
            ? Errors.Arguments("recvID is empty")
            : await SendTyping(SessionType.Single, recvID, msgTip, cancellationToken);
    }

    public async Task<Result> ChangeInputStates(string conversationID, bool focus, CancellationToken cancellationToken)
    {
        if (await WhenSynced(cancellationToken) is { } error)
            return error;
        if (conversationID.Length == 0)
            return NoConversation;
        if (_conversations.Find(conversationID) is not { } row)
            return Errors.RecordNotFound(conversationID);
        _ownInputStates ??= new();
        if (!_ownInputStates.MustTell(conversationID, focus, Time.GetUtcNow()))
            return Result.Ok;
        var sent = await SendTyping(row.Type, row.SourceID, focus ? Typing : NotTyping, cancellationToken);
        if (!sent.IsOk)
            _ownInputStates?.Forget(conversationID);
        return sent;
    }

    public ValueTask<Result<IReadOnlyList<int>>> GetInputStates(string conversationID, string userID) =>
        new(new Result<IReadOnlyList<int>>(
            _inputStates?.PlatformsOf(conversationID, userID, Time.GetUtcNow()) ?? [], null));

    private async Task<Result> SendTyping(
        int sessionType, string sourceID, string? tip, CancellationToken cancellationToken)
    {
        var isBetweenTwo = SessionType.IsBetweenTwo(sessionType);
        var self = (await WhenSelfKnown(cancellationToken)).Value;
        var message = new MsgData
        {
            SendID = Key.UserId,
            RecvID = isBetweenTwo ? sourceID : "",
            GroupID = isBetweenTwo ? "" : sourceID,
            ClientMsgID = MessageID.New(),
            SenderPlatformID = Key.PlatformId,
            SenderNickname = self?.Nickname ?? "",
            SenderFaceURL = self?.FaceURL ?? "",
            SessionType = sessionType,
            MsgFrom = MessageOrigin.User,
            ContentType = ContentType.Typing,
            Content = UnsafeByteOperations.UnsafeWrap(
                JsonSerializer.SerializeToUtf8Bytes(new TypingElem { MsgTips = tip }, Json.Relaxed.TypingElem)),
            CreateTime = NowMilliseconds,
            Status = MessageStatus.Sending,
        };
        MessageOptions.TurnOffForOnlineOnly(message.Options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TypingLimit);
        var answer = await Request(
            (connection, operationID, token) => connection.SendMessageAsync(message, operationID, token), limit.Token);
        return answer.IsOk ? Result.Ok : answer.Error;
    }

    private void ReceiveTyping(string conversationID, MsgData message, ReceivedBatch told)
    {
        if (message.SendID == Key.UserId)
            return;
        var tip = MessageContent.Parse(message.Content.Span, Json.Relaxed.TypingElem)?.MsgTips;
        _inputStates ??= new();
        if (_inputStates.Change(
            conversationID, message.SendID, message.SenderPlatformID, tip == Typing, Time.GetUtcNow()))
            told.Typists.Add((conversationID, MessageConversion.Pushed(message)));
        if (!_inputStates.IsEmpty)
            _inputStateTimer ??= this.RegisterGrainTimer(
                static (session, _) => session.EndOldInputStates(), this, LookForOldStates, LookForOldStates);
    }

    private Task EndOldInputStates()
    {
        foreach (var (conversationID, userID) in _inputStates?.Expire(Time.GetUtcNow()) ?? [])
            TellInputState(conversationID, userID);
        if (_inputStates is null or { IsEmpty: true })
            ForgetTypists();
        return Task.CompletedTask;
    }

    /// <param name="conversationID">Where.</param>
    /// <param name="userID">Who.</param>
    /// <param name="message">The message that said so; null when a state is over by itself.</param>
    private void TellInputState(string conversationID, string userID, MsgStruct? message = null) =>
        Events.Raise(
            "OnConversationUserInputStatusChanged",
            new ConversationInputStatus
            {
                ConversationID = conversationID,
                UserID = userID,
                PlatformIDs = _inputStates?.PlatformsOf(conversationID, userID, Time.GetUtcNow()) ?? [],
                Message = message,
            },
            Json.Relaxed.ConversationInputStatus);

    private void ForgetTypists()
    {
        _inputStateTimer?.Dispose();
        _inputStateTimer = null;
        _inputStates = null;
    }

    private void ClearInputStates()
    {
        ForgetTypists();
        _ownInputStates = null;
    }
}
