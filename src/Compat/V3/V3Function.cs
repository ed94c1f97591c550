using System.Text.Json.Serialization.Metadata;
using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Compat.V3;

/// <summary>A function as v3 clients call it: a row of the catalogue with what this dialect does differently.</summary>
internal sealed class V3Function(int row, FunctionInfo info, V3Difference difference)
{
    /// <summary>The row in the catalogue.</summary>
    public int Row => row;

    public FunctionInfo Info => info;

    /// <summary>The hub's method.</summary>
    public string Method => difference.Method ?? info.Name;

    /// <summary>The <c>event</c> of the reply.</summary>
    public string ReplyEvent => difference.ReplyEvent ?? info.Name;

    /// <summary>How many arguments a client may leave out at the end; the hub gets their defaults.</summary>
    public int OptionalArguments => difference.OptionalArguments;

    /// <summary>Whether it may be called before Login.</summary>
    public bool NeedsNoLogin => difference.NeedsNoLogin;

    /// <summary>Whether it is acknowledged without asking the hub.</summary>
    public bool IsWithoutEffect => difference.IsWithoutEffect;

    /// <summary>Whether wrong arguments are told as 10002, and not as 10005 with that behind it.</summary>
    public bool TellsArgumentsError => difference.TellsArgumentsError;

    /// <summary>Whether an empty text is no object instead of broken JSON.</summary>
    public bool EmptyTextIsNone => difference.EmptyTextIsNone;

    /// <summary>Given instead of the hub's arguments, or null.</summary>
    public V3Object? OneObject => difference.OneObject;

    /// <summary>What a client gives, once the hub's parameters are known.</summary>
    public V3Parameter[]? Parameters { get; set; }
}

/// <summary>A parameter of the hub's method and how an argument becomes it.</summary>
internal sealed record V3Parameter(Type Type, V3ParameterKind Kind, JsonTypeInfo? Json);

/// <summary>Go's kinds of parameters: each takes its own JSON type and nothing else.</summary>
internal enum V3ParameterKind
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number, its fraction cut off.</summary>
    Int32,

    /// <inheritdoc cref="Int32" />
    Int64,

    /// <summary>A JSON number.</summary>
    Double,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A JSON string that holds JSON.</summary>
    Json,
}
