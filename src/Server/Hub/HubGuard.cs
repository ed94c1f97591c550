using Microsoft.AspNetCore.SignalR;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>
/// Stands around every hub method, whichever client calls it. Before: a text that is null, alone or in a list, becomes
/// the empty one, since OpenIM's functions know no other; any other null must be allowed by the method, and in a list is
/// refused. After: whatever went wrong unforeseen is logged, without the arguments, and told as error 10006.
/// </summary>
internal sealed class HubGuard(ILogger<OpenImHub> logger, GatewayMetrics metrics) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(WithoutNulls(invocationContext));
        }
        catch (HubException)
        {
            metrics.CallRefused();
            throw;
        }
        catch (OperationCanceledException gone) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            throw new HubException(Errors.DeadlineExceeded.ToString(), gone);
        }
        catch (Exception unforeseen)
        {
            HubGuardLog.CallFailed(logger, invocationContext.HubMethodName, unforeseen);
            metrics.CallFailed();
            throw new HubException(Errors.Internal.ToString(), unforeseen);
        }
    }

    private static HubInvocationContext WithoutNulls(HubInvocationContext call)
    {
        var given = call.HubMethodArguments;
        object?[]? replaced = null;
        var parameters = HubMethods.ParametersOf(call.HubMethod.Name);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (given[i] is IReadOnlyList<string?> texts && texts.Contains(null))
            {
                replaced ??= [.. given];
                replaced[i] = texts.Select(static text => text ?? "").ToArray();
                continue;
            }
            if (given[i] is IReadOnlyList<object?> list && list.Contains(null))
                throw new HubException(Errors.Arguments($"{parameters[i].Name} holds a null").ToString());
            if (given[i] is not null || !parameters[i].IsRequired)
                continue;
            if (!parameters[i].IsText)
                throw new HubException(Errors.Arguments($"{parameters[i].Name} is missing").ToString());
            replaced ??= [.. given];
            replaced[i] = "";
        }
        return replaced is null ? call : new HubInvocationContext(call.Context, call.ServiceProvider, call.Hub, call.HubMethod, replaced);
    }
}
