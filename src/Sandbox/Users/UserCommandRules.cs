using System.Collections.Concurrent;
using OpenIM.SignalR.Upstream.Wire;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// "Commands": a small list per user that clients use for favourites and the like, by type and uuid. The same uuid
/// twice makes two entries. The server's notifications about them (1305 to 1307) never arrive, so there are none here.
/// </summary>
internal sealed class UserCommandRules(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, List<AllCommandInfoResp>> _commands = new(StringComparer.Ordinal);

    public Answer<ProcessUserCommandAddResp> Add(Caller caller, ProcessUserCommandAddReq request)
    {
        if (Check(caller, request.UserID) is { } refusal)
            return refusal;
        var commands = _commands.GetOrAdd(request.UserID, _ => []);
        lock (commands)
            commands.Add(new AllCommandInfoResp
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
        if (Check(caller, request.UserID) is { } refusal)
            return refusal;
        return Change(request.UserID, request.Type, request.Uuid, (commands, index) =>
        {
            var command = commands[index].Clone();
            command.Value = request.Value ?? command.Value;
            command.Ex = request.Ex ?? command.Ex;
            commands[index] = command;
        }) ? new ProcessUserCommandUpdateResp() : ServerErrors.RecordNotFound();
    }

    public Answer<ProcessUserCommandDeleteResp> Delete(Caller caller, ProcessUserCommandDeleteReq request)
    {
        if (Check(caller, request.UserID) is { } refusal)
            return refusal;
        return Change(request.UserID, request.Type, request.Uuid, (commands, index) => commands.RemoveAt(index))
            ? new ProcessUserCommandDeleteResp()
            : ServerErrors.RecordNotFound();
    }

    public Answer<ProcessUserCommandGetResp> Get(Caller caller, ProcessUserCommandGetReq request)
    {
        if (Check(caller, request.UserID) is { } refusal)
            return refusal;
        var answer = new ProcessUserCommandGetResp();
        foreach (var command in All(request.UserID).Where(command => command.Type == request.Type))
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
        answer.CommandResp.Add(All(request.UserID));
        return answer;
    }

    private static ServerError? Check(Caller caller, string userID) =>
        userID.Length == 0 ? ServerErrors.Arguments("UserID is empty") : caller.MustBe(userID);

    private AllCommandInfoResp[] All(string userID)
    {
        if (!_commands.TryGetValue(userID, out var commands))
            return [];
        lock (commands)
            return [.. commands];
    }

    private bool Change(string userID, int type, string uuid, Action<List<AllCommandInfoResp>, int> change)
    {
        if (!_commands.TryGetValue(userID, out var commands))
            return false;
        lock (commands)
        {
            var index = commands.FindIndex(command => command.Type == type && command.Uuid == uuid);
            if (index < 0)
                return false;
            change(commands, index);
            return true;
        }
    }
}
