namespace OpenIM.SignalR.Sessions;

/// <summary>Which members a list is about, as the SDK numbers it.</summary>
internal static class MemberFilter
{
    public const int All = 0;
    public const int OrdinaryRole = 20;

    private const int OwnerRole = 100;

    private const int Owner = 1;
    private const int Administrators = 2;
    private const int Ordinary = 3;
    private const int AllButOwner = 4;
    private const int OwnerAndAdministrators = 5;

    public static bool IsKnown(int filter) => filter is >= All and <= OwnerAndAdministrators;

    /// <summary>Whether it is about ordinary members, among others perhaps.</summary>
    public static bool HoldsOrdinary(int filter) => filter is All or Ordinary or AllButOwner;

    public static bool Holds(int filter, int roleLevel) => roleLevel switch
    {
        >= OwnerRole => filter is All or Owner or OwnerAndAdministrators,
        > OrdinaryRole => filter is All or Administrators or AllButOwner or OwnerAndAdministrators,
        _ => HoldsOrdinary(filter),
    };
}
