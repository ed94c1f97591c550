using System.Collections.Immutable;

namespace OpenIM.SignalR.Sandbox;

/// <summary>A file on its way.</summary>
internal sealed record PendingUpload
{
    /// <summary>Its name in signed URLs.</summary>
    public required string ID { get; init; }

    /// <summary>The key of the <see cref="StoredContent"/> that it becomes.</summary>
    public required string Key { get; init; }

    /// <summary>The file's bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The bytes that one request may bring.</summary>
    public required long PartSize { get; init; }

    public string ContentType { get; init; } = "";

    /// <summary>When it is given up, in Unix milliseconds.</summary>
    public required long ExpireTime { get; init; }

    /// <summary>What came, by part number (from 1).</summary>
    public ImmutableSortedDictionary<int, ObjectBlob> Parts { get; init; } =
        ImmutableSortedDictionary<int, ObjectBlob>.Empty;
}
