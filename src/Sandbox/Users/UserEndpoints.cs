using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

internal static class UserEndpoints
{
    public static void AddUsers(this IServiceCollection services) => services
        .AddSingleton<UserStore>()
        .AddSingleton<UserRules>()
        .AddSingleton<UserCommandStore>()
        .AddSingleton<UserCommandRules>()
        .AddSingleton<ClientConfigStore>()
        .AddSingleton<ClientConfigRules>()
        .AddSingleton<NotificationAccountRules>();

    public static void MapUsers(this RestApi api, IServiceProvider services)
    {
        var users = services.GetRequiredService<UserRules>();
        api.Map<UserRegisterReq, UserRegisterResp>("/user/user_register", users.Register);
        api.Map<UpdateUserInfoReq, UpdateUserInfoResp>("/user/update_user_info", users.Update);
        api.Map<UpdateUserInfoExReq, UpdateUserInfoExResp>("/user/update_user_info_ex", users.UpdateEx);
        api.Map<SetGlobalRecvMessageOptReq, SetGlobalRecvMessageOptResp>(
            "/user/set_global_msg_recv_opt", users.SetGlobalRecvMsgOpt);
        api.Map<GetDesignateUsersReq, GetDesignateUsersResp>("/user/get_users_info", users.GetDesignated);
        api.Map<AccountCheckReq, AccountCheckResp>("/user/account_check", users.CheckAccounts);
        api.Map<GetAllUserIDReq, GetAllUserIDResp>("/user/get_all_users_uid", users.GetAllUserIDs);
        api.Map<GetPaginationUsersReq, GetPaginationUsersResp>("/user/get_users", users.GetPage);

        var commands = services.GetRequiredService<UserCommandRules>();
        api.Map<ProcessUserCommandAddReq, ProcessUserCommandAddResp>("/user/process_user_command_add", commands.Add);
        api.Map<ProcessUserCommandUpdateReq, ProcessUserCommandUpdateResp>(
            "/user/process_user_command_update", commands.Update);
        api.Map<ProcessUserCommandDeleteReq, ProcessUserCommandDeleteResp>(
            "/user/process_user_command_delete", commands.Delete);
        api.Map<ProcessUserCommandGetReq, ProcessUserCommandGetResp>("/user/process_user_command_get", commands.Get);
        api.Map<ProcessUserCommandGetAllReq, ProcessUserCommandGetAllResp>(
            "/user/process_user_command_get_all", commands.GetAll);

        var configs = services.GetRequiredService<ClientConfigRules>();
        api.Map<GetUserClientConfigReq, GetUserClientConfigResp>("/user/get_user_client_config", configs.Get);
        api.MapSettingConfigs(configs);
        api.Map<DelUserClientConfigReq, DelUserClientConfigResp>("/user/del_user_client_config", configs.Delete);
        api.Map<PageUserClientConfigReq, PageUserClientConfigResp>("/user/page_user_client_config", configs.GetPage);

        var accounts = services.GetRequiredService<NotificationAccountRules>();
        api.Map<AddNotificationAccountReq, AddNotificationAccountResp>("/user/add_notification_account", accounts.Add);
        api.Map<UpdateNotificationAccountInfoReq, UpdateNotificationAccountInfoResp>(
            "/user/update_notification_account", accounts.Update);
        api.Map<SearchNotificationAccountReq, SearchNotificationAccountResp>(
            "/user/search_notification_account", accounts.Search);
    }

    private static void MapSettingConfigs(this RestApi api, ClientConfigRules configs) =>
        api.Map("/user/set_user_client_config", async (context, caller) =>
        {
            var body = await RestApi.ReadAsync<ClientConfigChange>(context);
            var error = body.IsOk
                ? configs.Set(caller, body.Value).Error
                : ServerErrors.Unreadable(body.Error.Detail);
            await (error is null ? Envelope.WriteEmptyAsync(context) : Envelope.WriteErrorAsync(context, error));
        });
}
