namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>What is wrong with arguments.</summary>
internal enum Mistake
{
    /// <summary>Too many or too few.</summary>
    Count,

    /// <summary>A null where a structure is due.</summary>
    Null,

    /// <summary>A null for a number or truth value in a structure.</summary>
    NullValue,

    /// <summary>Another type of JSON, or a number that its type cannot hold.</summary>
    Type,

    /// <summary>An empty text, list or structure, or a null for a text.</summary>
    Empty,

    /// <summary>An id that nobody has, or a text without meaning.</summary>
    Unknown,

    /// <summary>The id of something that is there and not the caller's.</summary>
    Foreign,

    /// <summary>A list of nulls.</summary>
    Nulls,

    /// <summary>The number 0.</summary>
    Zero,

    /// <summary>A negative number.</summary>
    Negative,

    /// <summary>The greatest number of 32 bits.</summary>
    Great,

    /// <summary>Any number: not a mistake of its own, but what the three before are together.</summary>
    Number,

    /// <summary>A text of a megabyte.</summary>
    Huge,

    /// <summary>A list of a hundred thousand.</summary>
    Many,
}
