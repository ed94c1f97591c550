using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// "Commands": a small list per user that clients use for favourites and the like, by type and uuid. The same uuid
/// twice makes two entries. The server's notifications about them (1305 to 1307) never arrive, so there are none here.
/// </summary>
internal sealed class UserCommandRules(UserCommandStore commands, TimeProvider time)
{
    public Answer<ProcessUserCommandAddResp> Add(Caller caller, ProcessUserCommandAddReq request)
    {
        if (Check(caller, request.UserID, request.Type, request.Uuid) is { } refusal)
            return refusal;
        commands.Add(request.UserID, new AllCommandInfoResp
        {
            Type = request.Type,
            Uuid = request.Uuid,
            // A mistake of the server that its clients know: a given ex is stored in the place of the value.
            Value = request.Ex ?? request.Value ?? "",
            CreateTime = time.GetUtcNow().ToUnixTimeSeconds(),
        });
        return new ProcessUserCommandAddResp();
    }

    public Answer<ProcessUserCommandUpdateResp> Update(Caller caller, ProcessUserCommandUpdateReq request)
    {
        if (Check(caller, request.UserID, request.Type, request.Uuid) is { } refusal)
            return refusal;
        return commands.Update(request.UserID, request.Type, request.Uuid, command =>
        {
            command.Value = request.Value ?? command.Value;
            command.Ex = request.Ex ?? command.Ex;
        }) ? new ProcessUserCommandUpdateResp() : ServerErrors.RecordNotFound();
    }

    public Answer<ProcessUserCommandDeleteResp> Delete(Caller caller, ProcessUserCommandDeleteReq request)
    {
        if (Check(caller, request.UserID, request.Type, request.Uuid) is { } refusal)
            return refusal;
        return commands.Delete(request.UserID, request.Type, request.Uuid)
            ? new ProcessUserCommandDeleteResp()
            : ServerErrors.RecordNotFound();
    }

    public Answer<ProcessUserCommandGetResp> Get(Caller caller, ProcessUserCommandGetReq request)
    {
        if (Check(caller, request.UserID, request.Type) is { } refusal)
            return refusal;
        var answer = new ProcessUserCommandGetResp();
        foreach (var command in commands.All(request.UserID).Where(command => command.Type == request.Type))
            answer.CommandResp.Add(new CommandInfoResp
            {
                Type = command.Type,
                CreateTime = command.CreateTime,
                Uuid = command.Uuid,
                Value = command.Value,
                Ex = command.Ex,
            });
        return answer;
    }

    public Answer<ProcessUserCommandGetAllResp> GetAll(Caller caller, ProcessUserCommandGetAllReq request)
    {
        if (Check(caller, request.UserID) is { } refusal)
            return refusal;
        var answer = new ProcessUserCommandGetAllResp();
        answer.CommandResp.Add(commands.All(request.UserID));
        return answer;
    }

    private static ServerError? Check(Caller caller, string userID, int type, string uuid) =>
        uuid.Length == 0 ? ServerErrors.Arguments("UUID is empty") : Check(caller, userID, type);

    private static ServerError? Check(Caller caller, string userID, int type) =>
        type == 0 ? ServerErrors.Arguments("type is not specified") : Check(caller, userID);

    private static ServerError? Check(Caller caller, string userID) =>
        userID.Length == 0 ? ServerErrors.Arguments("UserID is empty") : caller.MustBe(userID);
}
