namespace OpenIM.SignalR.Contracts;

/// <summary>The part of OpenIM a function belongs to.</summary>
public enum FunctionFamily
{
    Init,
    User,
    Friend,
    Group,
    Conversation,
    Message,
    Signaling,
    WorkMoments,
    Organization,
    Third,
    File,
    Listener,
}
