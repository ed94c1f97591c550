using System.Collections.Immutable;

namespace OpenIM.SignalR.Sandbox;

/// <summary>The files on their way. Bytes that nobody can reach anymore are freed here.</summary>
internal sealed class PendingUploads
{
    private static readonly RecordTable<PendingUpload> Table =
        RecordTable.OfJson("object_uploads", ObjectsJson.Default.PendingUpload);

    private readonly Lock _lock = new();
    private readonly IRecordStore _records;
    private readonly ObjectBlobs _blobs;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, PendingUpload> _uploads = new(StringComparer.Ordinal);

    public PendingUploads(IRecordStore records, ObjectBlobs blobs, TimeProvider time)
    {
        _records = records;
        _blobs = blobs;
        _time = time;
        foreach (var (id, upload) in records.Load(Table))
            _uploads.Add(id, upload);
    }

    public void Add(PendingUpload upload)
    {
        lock (_lock)
        {
            _uploads.Add(upload.ID, upload);
            _records.Put(Table, upload.ID, upload);
        }
    }

    public PendingUpload? Find(string id)
    {
        lock (_lock)
            return _uploads.TryGetValue(id, out var upload) && upload.ExpireTime > Now ? upload : null;
    }

    public IReadOnlyList<PendingUpload> All()
    {
        lock (_lock)
            return [.. _uploads.Values];
    }

    /// <summary>
    /// Takes a part, in place of an earlier one of its number; false when the upload has ended meanwhile.
    /// </summary>
    public bool TryPut(string id, int partNumber, ObjectBlob blob)
    {
        ObjectBlob? before;
        lock (_lock)
        {
            if (!_uploads.TryGetValue(id, out var upload))
                return false;
            before = upload.Parts.GetValueOrDefault(partNumber);
            Change(upload with { Parts = upload.Parts.SetItem(partNumber, blob) });
        }
        if (before is not null)
            _blobs.Free(before);
        return true;
    }

    /// <summary>Frees parts of an upload that goes on; those that were replaced meanwhile stay.</summary>
    public void Drop(PendingUpload upload, params IReadOnlyCollection<ObjectBlob> blobs)
    {
        lock (_lock)
        {
            if (!_uploads.TryGetValue(upload.ID, out var current))
                return;
            var dropped = current.Parts.Where(part => blobs.Contains(part.Value)).ToList();
            Change(current with { Parts = current.Parts.RemoveRange(dropped.Select(part => part.Key)) });
            blobs = [.. dropped.Select(part => part.Value)];
        }
        foreach (var blob in blobs)
            _blobs.Free(blob);
    }

    /// <summary>
    /// Ends an upload whose bytes have found their place: all but <paramref name="kept"/> are freed. False when it had
    /// ended or had got another part meanwhile.
    /// </summary>
    public bool TryEnd(PendingUpload upload, IReadOnlyList<ObjectBlob> kept)
    {
        lock (_lock)
        {
            if (!_uploads.TryGetValue(upload.ID, out var current) || !ReferenceEquals(current, upload))
                return false;
            Remove(upload.ID);
        }
        foreach (var blob in upload.Parts.Values.Except(kept))
            _blobs.Free(blob);
        return true;
    }

    /// <summary>Gives up what has taken too long.</summary>
    public void EndExpired()
    {
        List<PendingUpload> expired;
        lock (_lock)
        {
            expired = [.. _uploads.Values.Where(upload => upload.ExpireTime <= Now)];
            foreach (var upload in expired)
                Remove(upload.ID);
        }
        foreach (var blob in expired.SelectMany(upload => upload.Parts.Values))
            _blobs.Free(blob);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Change(PendingUpload upload)
    {
        _uploads[upload.ID] = upload;
        _records.Put(Table, upload.ID, upload);
    }

    private void Remove(string id)
    {
        _uploads.Remove(id);
        _records.Delete(Table, id);
    }
}
