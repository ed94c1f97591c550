namespace OpenIM.SignalR.Sandbox;

/// <summary>What becomes of one record.</summary>
internal sealed class RecordChange(string table, string key)
{
    public string Table => table;

    public string Key => key;

    /// <summary>What the record is from now on; null when it is deleted.</summary>
    public byte[]? Value { get; set; }
}
