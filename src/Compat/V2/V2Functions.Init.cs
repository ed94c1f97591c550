using System.Globalization;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V2;

internal static partial class V2Functions
{
    /// <summary>Acknowledged without asking the hub: the gateway's SDK is always there.</summary>
    public const string InitSDK = "InitSDK";

    /// <inheritdoc cref="InitSDK" />
    public const string UnInitSDK = "UnInitSDK";

    private static V2Function[] Init =>
    [
        Object("Login", ["userID", "token"], data => [data.Text("userID"), data.Text("token")]),
        Ignored("Logout"),
        Ignored("LogoutNoCallback", "Logout"),
        Ignored(InitSDK),
        Ignored(UnInitSDK),
        Ignored("GetLoginStatus", result: (status, _) => LoginStatus((int)status)),
        Ignored("GetLoginUser", "GetLoginUserID"),
        Ignored("GetSelfUserInfo"),
    ];

    private static V2Function[] Users =>
    [
        Json("GetUsersInfo", data => [data.Whole<IReadOnlyList<string>>(), ""], "GetUsersInfoWithCache",
            (users, _) => V2Entities.FullUsers((IReadOnlyList<FullUserInfoWithCache>)users)),
        Json("SetSelfInfo", data => [data.Whole<UserInfoWithEx>()]) with { IsVoidQuoted = true },
        Object("SetGlobalRecvMessageOpt", ["opt"], data => [data.Number("opt")]),
    ];

    // 0 before, 101 in, 102 on the way, 201 out.
    private static string LoginStatus(int status) => (status switch
    {
        3 => 101,
        2 => 102,
        _ => 201,
    }).ToString(CultureInfo.InvariantCulture);
}
