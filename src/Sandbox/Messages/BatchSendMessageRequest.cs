namespace OpenIM.SignalR.Sandbox;

/// <summary>The body of <c>/msg/batch_send_msg</c>: one message for many receivers.</summary>
internal sealed record BatchSendMessageRequest : SendMessageRequest
{
    /// <summary>To all users there are, instead of <see cref="RecvIDs"/>.</summary>
    public bool IsSendAll { get; init; }

    public List<string>? RecvIDs { get; init; }

    public override ServerError? Malformed() =>
        base.Malformed() ?? (RecvIDs is null ? Required(nameof(RecvIDs)) : null);
}
