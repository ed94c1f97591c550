namespace OpenIM.SignalR.Contracts;

/// <summary>
/// What the parts of the gateway agree on about the authentication of a connection: the scheme checks an OpenIM token
/// with
/// <c>/auth/parse_token</c>, and the token alone says who and which platform it is.
/// </summary>
public static class TokenAuthentication
{
    /// <summary>
    /// The name of the authentication scheme. It finds the token in the header <c>Authorization: Bearer</c>.
    /// </summary>
    public const string Scheme = "OpenIM";

    /// <summary>The claim that holds the token's userID.</summary>
    public const string UserIdClaim = "userID";

    /// <summary>The claim that holds the number of the token's platform, in decimal.</summary>
    public const string PlatformIdClaim = "platformID";

    /// <summary>
    /// The item of a failed authentication's properties that holds the <see cref="OpenImError"/> as <c>&lt;code&gt;
    /// &lt;message&gt;</c>.
    /// </summary>
    public const string ErrorItem = "openim.error";
}
