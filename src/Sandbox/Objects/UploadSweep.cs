namespace OpenIM.SignalR.Sandbox;

/// <summary>Frees the bytes of uploads that nobody completed.</summary>
internal sealed class UploadSweep(
    ObjectStore objects, PendingUploads uploads, ObjectBlobs blobs, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Before the first request: bytes that were written while the Sandbox ended belong to nothing, and parts whose
    /// bytes did not make it have to come again.
    /// </summary>
    public void ClearUp()
    {
        var there = blobs.Lengths();
        foreach (var upload in uploads.All())
            uploads.Drop(upload, [.. upload.Parts.Values.Where(part => !there.ContainsKey(part.ID))]);
        var known = uploads.All().SelectMany(upload => upload.Parts.Values)
            .Concat(objects.AllContents().SelectMany(content => content.Blobs))
            .Select(blob => blob.ID)
            .ToHashSet();
        foreach (var (id, length) in there.Where(blob => !known.Contains(blob.Key)))
            blobs.Free(new ObjectBlob(id, length, MD5: ""));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
            uploads.EndExpired();
    }
}
