using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <content>Settings of a conversation: <see cref="SetConversation"/>, and a name for each of them.</content>
internal sealed partial class OpenImHub
{
    public Task SetConversation(string conversationID, ConversationReq req) =>
        Answer(Session.SetConversation(conversationID, req, Aborted));

    public Task SetConversationRecvMessageOpt(string conversationID, int opt) =>
        SetConversation(conversationID, new() { RecvMsgOpt = opt });

    /// <summary>As version 2 has it, for some conversations at once. Ends at the first one that fails.</summary>
    public async Task SetConversationsRecvMessageOpt(IReadOnlyList<string> conversationIDs, int opt)
    {
        foreach (var conversationID in conversationIDs)
            await SetConversationRecvMessageOpt(conversationID, opt);
    }

    public Task PinConversation(string conversationID, bool isPinned) =>
        SetConversation(conversationID, new() { IsPinned = isPinned });

    public Task ResetConversationGroupAtType(string conversationID) => SetConversation(conversationID, new() { GroupAtType = 0 });

    public Task SetConversationPrivateChat(string conversationID, bool isPrivate) =>
        SetConversation(conversationID, new() { IsPrivateChat = isPrivate });

    public Task SetConversationBurnDuration(string conversationID, int burnDuration) =>
        SetConversation(conversationID, new() { BurnDuration = burnDuration });

    public Task SetConversationMsgDestructTime(string conversationID, long msgDestructTime) =>
        SetConversation(conversationID, new() { MsgDestructTime = msgDestructTime });

    public Task SetConversationIsMsgDestruct(string conversationID, bool isMsgDestruct) =>
        SetConversation(conversationID, new() { IsMsgDestruct = isMsgDestruct });

    public Task SetConversationEx(string conversationID, string ex) => SetConversation(conversationID, new() { Ex = ex });

    /// <summary>The name that version 3 had for <see cref="SetConversationEx"/>.</summary>
    public Task SetOneConversationEx(string conversationID, string ex) => SetConversationEx(conversationID, ex);
}
