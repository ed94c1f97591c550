using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class ConversationEndpoints
{
    public static void AddConversations(this IServiceCollection services) => services
        .AddSingleton<ConversationStore>()
        .AddSingleton<ConversationRules>()
        .AddSingleton<ConversationChanges>()
        .AddSingleton<SortedConversations>()
        .AddSingleton<ActiveConversations>();

    public static void MapConversations(this RestApi api, IServiceProvider services)
    {
        var rules = services.GetRequiredService<ConversationRules>();
        api.Map<GetAllConversationsReq, GetAllConversationsResp>("/conversation/get_all_conversations", rules.All);
        api.Map<GetConversationReq, GetConversationResp>("/conversation/get_conversation", rules.One);
        api.Map<GetConversationsReq, GetConversationsResp>("/conversation/get_conversations", rules.Some);
        api.Map<GetOwnerConversationReq, GetOwnerConversationResp>(
            "/conversation/get_owner_conversation", rules.OnePage);
        api.Map<GetNotNotifyConversationIDsReq, GetNotNotifyConversationIDsResp>(
            "/conversation/get_not_notify_conversation_ids", rules.NotNotifyIDs);
        api.Map<GetConversationOfflinePushUserIDsReq, GetConversationOfflinePushUserIDsResp>(
            "/conversation/get_conversation_offline_push_user_ids", rules.OfflinePushUserIDs);
        api.Map<GetPinnedConversationIDsReq, GetPinnedConversationIDsResp>(
            "/conversation/get_pinned_conversation_ids", rules.PinnedIDs);
        api.Map<GetFullOwnerConversationIDsReq, GetFullOwnerConversationIDsResp>(
            "/conversation/get_full_conversation_ids", rules.FullIDs);
        api.Map<GetIncrementalConversationReq, GetIncrementalConversationResp>(
            "/conversation/get_incremental_conversations", rules.Incremental);

        var changes = services.GetRequiredService<ConversationChanges>();
        api.Map<SetConversationsReq, SetConversationsResp>("/conversation/set_conversations", changes.Set);
        api.Map<DeleteConversationsReq, DeleteConversationsResp>("/conversation/delete_conversations", changes.Delete);
        api.Map<UpdateConversationsByUserReq, UpdateConversationsByUserResp>(
            "/conversation/update_conversations_by_user", changes.UpdateByUser);

        var sorted = services.GetRequiredService<SortedConversations>();
        api.Map<GetSortedConversationListReq, GetSortedConversationListResp>(
            "/conversation/get_sorted_conversation_list", sorted.List);

        var active = services.GetRequiredService<ActiveConversations>();
        api.MapJssdk<GetActiveConversationsReq>("/jssdk/get_active_conversations", active.Newest);
        api.MapJssdk<GetJssdkConversationsReq>("/jssdk/get_conversations", active.Some);
    }
}
