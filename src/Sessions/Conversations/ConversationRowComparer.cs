namespace OpenIM.SignalR.Sessions;

/// <summary>Rows are told apart by conversation id, which a row need not hold to be found by it.</summary>
internal sealed class ConversationRowComparer
    : IEqualityComparer<ConversationRow>, IAlternateEqualityComparer<string, ConversationRow>
{
    public static ConversationRowComparer Instance { get; } = new();

    public bool Equals(ConversationRow? x, ConversationRow? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.HasID(y.ConversationID));

    public int GetHashCode(ConversationRow obj) => GetHashCode(obj.ConversationID);

    public bool Equals(string alternate, ConversationRow other) => other.HasID(alternate);

    public int GetHashCode(string alternate) => string.GetHashCode(alternate, StringComparison.Ordinal);

    /// <summary>A row is more than its id.</summary>
    public ConversationRow Create(string alternate) => throw new NotSupportedException();
}
