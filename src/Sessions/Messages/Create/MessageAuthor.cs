using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Sessions;

/// <summary>Who makes a message: what every new message carries of its session.</summary>
internal readonly record struct MessageAuthor(LocalUser Self, int PlatformID, long NowMilliseconds);
