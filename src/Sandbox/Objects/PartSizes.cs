namespace OpenIM.SignalR.Sandbox;

/// <summary>Into how many parts a file goes: those of a server that has MinIO, S3, OSS or COS behind it.</summary>
internal static class PartSizes
{
    /// <summary>Bytes that every part but the last has at least.</summary>
    public const long Min = 5L << 20;

    /// <summary>Bytes that a part has at most.</summary>
    public const long Max = 5L << 30;

    /// <summary>Parts that a file has at most.</summary>
    public const int MaxNumber = 10_000;

    /// <summary>The size of all parts but the last, for a file of <paramref name="size"/> bytes.</summary>
    public static Answer<long> Of(long size) => size switch
    {
        <= 0 => ServerErrors.Internal("size must be greater than 0"),
        > Max * MaxNumber => ServerErrors.Internal("size must be less than the maximum allowed limit"),
        <= Min * MaxNumber => Min,
        _ => Parts(size, MaxNumber),
    };

    /// <summary>How many parts of <paramref name="partSize"/> hold <paramref name="size"/> bytes.</summary>
    public static int NumberOf(long size, long partSize) => (int)Parts(size, partSize);

    private static long Parts(long size, long by) => size / by + (size % by > 0 ? 1 : 0);
}
