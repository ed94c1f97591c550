using Orleans.Serialization.Cloning;

namespace OpenIM.SignalR.Sessions;

/// <summary>
/// Contract records cannot be changed once they are made, so inside a process a grain call hands them over as they are.
/// Between processes they travel as JSON (see AddSessions). Without this copier Orleans' JSON codec would copy each
/// argument and result by writing and parsing it.
/// </summary>
internal sealed class ContractsCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => type.Assembly == typeof(Contracts.Result).Assembly;

    public object? DeepCopy(object? input, CopyContext context) => input;
}
