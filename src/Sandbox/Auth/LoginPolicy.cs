namespace OpenIM.SignalR.Sandbox;

/// <summary>How many logins a user may have at once; the numbers are OpenIM's <c>multiLogin.policy</c>.</summary>
public enum LoginPolicy
{
    /// <summary>Everything goes, up to <see cref="SandboxOptions.MaxTokensPerPlatform"/>.</summary>
    NoKick = 0,

    /// <summary>One login a platform.</summary>
    SamePlatform = 1,

    /// <summary>One login a class of platforms (phones, computers, tablets, and each other platform).</summary>
    SameClass = 4,

    /// <summary>One login on everything that is no computer; computers are not touched.</summary>
    PcAndOther = 5,
}

internal static class LoginPolicyRules
{
    /// <summary>Whether a login on one platform ends one on the other.</summary>
    public static bool Excludes(this LoginPolicy policy, int newPlatformID, int oldPlatformID) => policy switch
    {
        LoginPolicy.SamePlatform => newPlatformID == oldPlatformID,
        LoginPolicy.SameClass => Platforms.ClassOf(newPlatformID) == Platforms.ClassOf(oldPlatformID),
        LoginPolicy.PcAndOther => !IsPC(newPlatformID) && !IsPC(oldPlatformID),
        _ => false,
    };

    private static bool IsPC(int platformID) => Platforms.ClassOf(platformID) == Platforms.PC;
}
