namespace OpenIM.SignalR.Compat.Protocol;

/// <summary>
/// The id that a call has inside of SignalR: which row of the dialect's table it belongs to, and the client's
/// operationID behind it. So a reply needs no table of calls under way, and operationIDs may be empty or used twice.
/// </summary>
internal static class InvocationKey
{
    /// <param name="row">The row of the dialect's table.</param>
    /// <param name="operationId">As the client sent it.</param>
    public static string Make(int row, string operationId) => string.Concat([(char)row], operationId);

    public static int RowOf(string key) => key[0];

    public static ReadOnlySpan<char> OperationIdOf(string key) => key.AsSpan(1);
}
