namespace OpenIM.SignalR.Sandbox;

/// <summary>What taking bytes ended in: the blob, or why there is none.</summary>
internal readonly record struct BlobReceipt(ObjectBlob? Blob, StorageRefusal? Refusal)
{
    public static implicit operator BlobReceipt(ObjectBlob blob) => new(blob, null);

    public static implicit operator BlobReceipt(StorageRefusal refusal) => new(null, refusal);
}
