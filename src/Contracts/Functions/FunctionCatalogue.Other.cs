using static OpenIM.SignalR.Contracts.FunctionAvailability;
using static OpenIM.SignalR.Contracts.FunctionDialects;

namespace OpenIM.SignalR.Contracts;

public static partial class FunctionCatalogue
{
    private static Row[] WorkMomentsFunctions =>
    [
        new("GetWorkMomentsUnReadCount", V2, NotOnServer),
        new("GetWorkMomentsNotification", V2, NotOnServer, "int offset, int count"),
        new("ClearWorkMomentsNotification", V2, NotOnServer),
    ];

    private static Row[] OrganizationFunctions =>
    [
        new("GetSubDepartment", V2, NotOnServer, "string departmentID, int offset, int count"),
        new("GetDepartmentMember", V2, NotOnServer, "string departmentID, int offset, int count"),
        new("GetUserInDepartment", V2, NotOnServer, "string userID"),
        new("GetDepartmentMemberAndSubDepartment", V2, NotOnServer, "string departmentID"),
        new("GetParentDepartmentList", V2, NotOnServer, "string departmentID"),
        new("GetDepartmentInfo", V2, NotOnServer, "string departmentID"),
        new("SearchOrganization", V2, NotOnServer, "SearchOrganizationParams input, int offset, int count"),
    ];

    private static Row[] ThirdFunctions =>
    [
        new("UpdateFcmToken", V3 | V38, Available, "string fcmToken, long expireTime"),
        new("SetAppBadge", V3 | V38, Available, "int appUnreadCount"),
        new("UploadLogs", V3 | V38, OnDevice, "int line, string ex, callback progress"),
        new("Logs", V38, OnDevice, "int logLevel, string file, int line, string msgs, string err, string keyAndValue"),
        new("SpeechToText", V38, NotOnServer, "object req"),
        new("SpeechToTextCapabilities", V38, NotOnServer),
        new("ExportDB", V38, OnDevice),
    ];

    private static Row[] FileFunctions =>
    [
        new("UploadFile", V3 | V38, HostFile, "UploadFileReq req, callback progress"),
    ];

    private static Row[] ListenerFunctions =>
    [
        new("SetAdvancedMsgListener", V2 | V38, InProcess, "callback listener"),
        new("SetBatchMsgListener", V2, InProcess),
        new("SetConversationListener", V2 | V38, InProcess, "callback listener"),
        new("SetFriendListener", V2 | V38, InProcess, "callback listener"),
        new("SetGroupListener", V2 | V38, InProcess, "callback listener"),
        new("SetUserListener", V2 | V38, InProcess, "callback listener"),
        new("SetSignalingListener", V2, InProcess),
        new("SetOrganizationListener", V2, InProcess),
        new("SetWorkMomentsListener", V2, InProcess),
        new("GlobalSendMessage", V2, InProcess),
        new("SetCustomBusinessListener", V38, InProcess, "callback listener"),
        new("SetMessageKvInfoListener", V38, InProcess, "callback listener"),
    ];
}
