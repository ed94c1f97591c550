using System.Net;

namespace OpenIM.SignalR.Sandbox;

/// <summary>How an embedded OpenIM server is set up. The defaults are those of a freshly installed OpenIM.</summary>
public sealed record SandboxOptions
{
    /// <summary>
    /// The address to listen on; "0.0.0.0" for all. Whoever reaches it and knows the secret is administrator.
    /// </summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port of the REST API; 0 for any free one.</summary>
    public int RestPort { get; init; } = 10002;

    /// <summary>The port of the message gateway; 0 for any free one.</summary>
    public int GatewayPort { get; init; } = 10001;

    /// <summary>What tokens are signed with and administrators prove themselves by.</summary>
    public string Secret { get; init; } = "openIM123";

    /// <summary>The one administrator; the account is there from the start.</summary>
    public string AdminUserID { get; init; } = "imAdmin";

    /// <summary>
    /// The SQLite file that keeps everything across restarts, created when it is missing; null: nothing is kept. What
    /// is in it and beside it: <c>docs/sandbox.md</c>.
    /// </summary>
    public string? File { get; init; }

    /// <summary>How long a token is good.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many logins a user may have at once.</summary>
    public LoginPolicy LoginPolicy { get; init; } = LoginPolicy.SamePlatform;

    /// <summary>
    /// How many tokens a user may have on each platform with <see cref="LoginPolicy.NoKick"/>; a further one takes the
    /// oldest's place.
    /// </summary>
    public int MaxTokensPerPlatform { get; init; } = 30;

    /// <summary>Single chats take messages only from those whom the receiver has as a friend (else 1303).</summary>
    public bool FriendVerify { get; init; }

    /// <summary>How many connections the gateway takes; one more is refused with 1601.</summary>
    public int MaxConnections { get; init; } = 100_000;

    /// <summary>
    /// After this time without a byte from the client, pings included, a gateway connection is ended.
    /// </summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often online states are collected: for so long a new connection may get no pushes. A real server takes up to
    /// a second, in which what it does not store, such as a friend request's notification, is lost to whoever just came.
    /// </summary>
    public TimeSpan OnlineStatusInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether those who join a group see what was written before.</summary>
    public bool HistoryForNewMembers { get; init; } = true;

    /// <summary>How many bytes all uploaded files may have together; what would be more is refused.</summary>
    public long MaxObjectBytes { get; init; } = 1L << 30;

    /// <summary>Faults on purpose; none by default.</summary>
    public FaultOptions Faults { get; init; } = new();

    /// <summary>The clock of the whole server.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// What is wrong with these options, each error with the name of the option and what would be right.
    /// </summary>
    public IEnumerable<string> Validate()
    {
        if (!IPAddress.TryParse(Address, out _))
            yield return $"{nameof(Address)} must be an IP address, such as 127.0.0.1 or 0.0.0.0.";
        foreach (var (name, port) in new[] { (nameof(RestPort), RestPort), (nameof(GatewayPort), GatewayPort) })
            if (port is < 0 or > IPEndPoint.MaxPort)
                yield return $"{name} must be a port from 1 to 65535, or 0 for any free one.";
        if (RestPort == GatewayPort && RestPort != 0)
            yield return $"{nameof(GatewayPort)} must be another port than {nameof(RestPort)}.";
        if (Secret.Length == 0)
            yield return $"{nameof(Secret)} must not be empty.";
        if (AdminUserID.Length == 0)
            yield return $"{nameof(AdminUserID)} must not be empty.";
        if (File is { } file && string.IsNullOrWhiteSpace(file))
            yield return $"{nameof(File)} must be a path, or not be given.";
        if (TokenLifetime < TimeSpan.FromSeconds(1))
            yield return $"{nameof(TokenLifetime)} must be a second or more, such as 90.00:00:00.";
        if (!Enum.IsDefined(LoginPolicy))
            yield return $"{nameof(LoginPolicy)} must be one of {string.Join(", ", Enum.GetNames<LoginPolicy>())}.";
        if (MaxTokensPerPlatform < 1)
            yield return $"{nameof(MaxTokensPerPlatform)} must be 1 or more.";
        if (MaxConnections < 1)
            yield return $"{nameof(MaxConnections)} must be 1 or more.";
        if (MaxObjectBytes < 0)
            yield return $"{nameof(MaxObjectBytes)} must be 0 or more, such as 1073741824.";
        if (SilenceLimit <= TimeSpan.Zero)
            yield return $"{nameof(SilenceLimit)} must be a positive time, such as 00:00:30.";
        if (OnlineStatusInterval <= TimeSpan.Zero)
            yield return $"{nameof(OnlineStatusInterval)} must be a positive time, such as 00:00:01.";
        foreach (var (option, problem) in Faults.Validate())
            yield return $"{option} {problem}.";
    }
}
