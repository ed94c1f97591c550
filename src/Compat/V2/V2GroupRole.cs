namespace OpenIM.SignalR.Compat.V2;

/// <summary>Roles in a group and filters of member lists, which v2 numbers otherwise.</summary>
internal static class V2GroupRole
{
    public const int Ordinary = 1;
    public const int Owner = 2;
    public const int Administrator = 3;

    /// <summary>What is none in v2 stays what it is, for the server to judge.</summary>
    public static int ToV38(int role) => role switch
    {
        Ordinary => 20,
        Owner => 100,
        Administrator => 60,
        _ => role,
    };

    public static int FromV38(int role) => role switch
    {
        >= 100 => Owner,
        >= 60 => Administrator,
        _ => Ordinary,
    };

    /// <summary>0 all, 1 ordinary, 2 owner, 3 administrators, 4 both last; what is none stays none.</summary>
    public static int FilterToV38(int filter) => filter switch
    {
        0 => 0,
        1 => 3,
        2 => 1,
        3 => 2,
        4 => 4,
        _ => -1,
    };
}
