using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] InitFunctions =>
    [
        new("Login", V2 | V3 | V38, Available, "string userID, string token"),
        new("Logout", V2 | V3 | V38, Available),
        new("GetLoginStatus", V2 | V3 | V38, Available),
        new("GetLoginUser", V2, Available),
        new("InitSDK", V2 | V3 | V38, Available, "IMConfig config"),
        new("UnInitSDK", V2 | V3 | V38, Available, "string operationID"),
        new("LogoutNoCallback", V2, Available),
        new("GetLoginUserID", V3 | V38, Available),
        new("SetAppBackgroundStatus", V3 | V38, Available, "bool isBackground"),
        new("NetworkStatusChanged", V3 | V38, Available),
        new("GetSdkVersion", V38, Available),
    ];
}
