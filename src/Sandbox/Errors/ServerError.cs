namespace OpenIM.SignalR.Sandbox;

/// <summary>An error as OpenIM's server answers it, by REST and on the gateway.</summary>
/// <param name="Code">What clients test for.</param>
/// <param name="Name">The name of the error, <c>errMsg</c> on the wire.</param>
/// <param name="Detail">Free text for people, <c>errDlt</c>; gateway frames have no room for it.</param>
internal sealed record ServerError(int Code, string Name, string Detail = "");
