using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The paths below <c>/conversation</c> that read and sync conversation rows.</summary>
internal sealed class ConversationRules(ConversationStore conversations)
{
    private const int ReceiveSilently = 2;

    public Answer<GetAllConversationsResp> All(Caller caller, GetAllConversationsReq request)
    {
        if (RefusalOf(caller, request.OwnerUserID) is { } refused)
            return refused;
        return new GetAllConversationsResp { Conversations = { Wire(request.OwnerUserID, Rows(request.OwnerUserID)) } };
    }

    public Answer<GetConversationResp> One(Caller caller, GetConversationReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        if (RefusalOf(caller, request.OwnerUserID) is { } refused)
            return refused;
        return conversations.Of(request.OwnerUserID).FindCached(request.ConversationID) is { } row
            ? new GetConversationResp { Conversation = row.ToWire(request.OwnerUserID) }
            : ServerErrors.RecordNotFound("conversation not found");
    }

    public Answer<GetConversationsResp> Some(Caller caller, GetConversationsReq request)
    {
        if (request.ConversationIDs.Count == 0)
            return ServerErrors.Arguments("conversationIDs is empty");
        if (RefusalOf(caller, request.OwnerUserID) is { } refused)
            return refused;
        var rows = conversations.Of(request.OwnerUserID).Find(request.ConversationIDs);
        return new GetConversationsResp { Conversations = { Wire(request.OwnerUserID, rows) } };
    }

    public Answer<GetOwnerConversationResp> OnePage(Caller caller, GetOwnerConversationReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.UserID);
        var rows = list.All();
        List<ConversationRow> page = [.. Page.Of(rows, request.Pagination ?? new RequestPagination())];
        if (page.Exists(row => list.FindCached(row.ConversationID) is null))
            return ServerErrors.RecordNotFound("cache is not found");
        return new GetOwnerConversationResp
        {
            Total = rows.Count,
            Conversations = { Wire(request.UserID, page) },
        };
    }

    public Answer<GetNotNotifyConversationIDsResp> NotNotifyIDs(Caller caller, GetNotNotifyConversationIDsReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        return new GetNotNotifyConversationIDsResp
        {
            ConversationIDs = { IDs(request.UserID, settings => settings.RecvMsgOpt == ReceiveSilently) },
        };
    }

    /// <summary>
    /// Those of the users whom the conversation wakes when they are offline: all but those who do not get its messages
    /// or get them silently. As on the server anybody may ask.
    /// </summary>
    public Answer<GetConversationOfflinePushUserIDsResp> OfflinePushUserIDs(
        Caller caller, GetConversationOfflinePushUserIDsReq request)
    {
        if (request.ConversationID.Length == 0)
            return ServerErrors.Arguments("conversationID is empty");
        return new GetConversationOfflinePushUserIDsResp
        {
            UserIDs =
            {
                request.UserIDs.Distinct(StringComparer.Ordinal).Where(userID =>
                    conversations.Find(userID, request.ConversationID) is null or { Settings.RecvMsgOpt: 0 }),
            },
        };
    }

    public Answer<GetPinnedConversationIDsResp> PinnedIDs(Caller caller, GetPinnedConversationIDsReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        return new GetPinnedConversationIDsResp
        {
            ConversationIDs = { IDs(request.UserID, settings => settings.IsPinned) },
        };
    }

    public Answer<GetFullOwnerConversationIDsResp> FullIDs(Caller caller, GetFullOwnerConversationIDsReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.UserID);
        // The version first: what is added meanwhile is then read twice instead of never.
        var version = list.Versions.Current;
        string[] ids = [.. list.All().Select(row => row.ConversationID)];
        var equal = IDHash.Of(ids) == request.IdHash;
        return new GetFullOwnerConversationIDsResp
        {
            Version = version.Version,
            VersionID = version.ID,
            Equal = equal,
            ConversationIDs = { equal ? [] : ids },
        };
    }

    public Answer<GetIncrementalConversationResp> Incremental(Caller caller, GetIncrementalConversationReq request)
    {
        if (caller.MustBe(request.UserID) is { } foreign)
            return foreign;
        var list = conversations.Of(request.UserID);
        var changes = list.Versions.Since(request.VersionID, request.Version);
        return new GetIncrementalConversationResp
        {
            Version = changes.Current.Version,
            VersionID = changes.Current.ID,
            Full = changes.Full,
            Delete = { changes.Deleted },
            Insert = { Wire(request.UserID, list.Find(changes.Inserted)) },
            Update = { Wire(request.UserID, list.Find(changes.Updated)) },
        };
    }

    private static ServerError? RefusalOf(Caller caller, string owner) =>
        owner.Length == 0 ? ServerErrors.Arguments("ownerUserID is empty") : caller.MustBe(owner);

    private List<ConversationRow> Rows(string owner) => conversations.Of(owner).All();

    private IEnumerable<string> IDs(string owner, Func<ConversationSettings, bool> which) =>
        Rows(owner).Where(row => which(row.Settings)).Select(row => row.ConversationID);

    private static IEnumerable<Conversation> Wire(string owner, IEnumerable<ConversationRow> rows) =>
        rows.Select(row => row.ToWire(owner));
}
