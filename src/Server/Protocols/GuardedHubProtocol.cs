using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Server;

/// <summary>
/// One of SignalR's protocols, with the errors that happen before a hub method is reached told as OpenIM's: SignalR hides their
/// texts, except those of a <see cref="HubException"/>.
/// <list type="bullet">
/// <item>a call of a function that is not here, or with arguments that do not fit: an error for that call;</item>
/// <item>a call whose arguments are nested deeper than JSON is read here (64 levels): the same;</item>
/// <item>a message that is none, or is too long: the connection ends with an error.</item>
/// </list>
/// </summary>
internal sealed class GuardedHubProtocol(IHubProtocol inner, int maxMessageBytes) : IHubProtocol
{
    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => inner.WriteMessage(message, output);

    public bool TryParseMessage(
        ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (!TryParse(ref input, binder, out message))
            return false;
        message = message switch
        {
            InvocationBindingFailureMessage call => Refuse(call.InvocationId, call.Target),
            // No method streams, so a call that asks for a stream fits none.
            StreamInvocationMessage call => Refuse(call.InvocationId, call.Target),
            InvocationMessage call when !HubMethods.Exists(call.Target) => Refuse(call.InvocationId, call.Target),
            _ => message,
        };
        return true;
    }

    private bool TryParse(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var start = input;
        try
        {
            if (inner.TryParseMessage(ref input, binder, out message))
                return true;
        }
        catch (Exception error)
        {
            if (inner is JsonHubProtocol && UnreadableCall.Read(start) is { } call)
            {
                message = Refuse(call.InvocationId, call.Target);
                return true;
            }
            // The protocols throw whatever their readers throw; all that they read is what the client sent.
            throw new HubException(Errors.Arguments($"this is not a message of SignalR's {Name} protocol").ToString(), error);
        }
        return input.Length < maxMessageBytes
            ? false
            : throw new HubException(Errors.Arguments($"a message may have {maxMessageBytes} bytes").ToString());
    }

    private static InvocationBindingFailureMessage Refuse(string? invocationId, string function) => new(
        invocationId, function, ExceptionDispatchInfo.Capture(new HubException(HubMethods.Refusal(function).ToString())));
}
