using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>A way to call the functions.</summary>
public enum CatalogueDialect
{
    /// <summary>The hub, with SignalR's JSON protocol.</summary>
    HubJson,

    /// <summary>The hub, with SignalR's MessagePack protocol.</summary>
    HubMessagePack,

    /// <summary>The frames of npm 3.x.</summary>
    V3,

    /// <summary>The frames of npm 2.x.</summary>
    V2,
}

internal static class CatalogueDialects
{
    /// <summary>Every function in every dialect that has it.</summary>
    public static TheoryData<string, CatalogueDialect> Calls
    {
        get
        {
            var calls = new TheoryData<string, CatalogueDialect>();
            foreach (var function in FunctionCatalogue.All)
            {
                foreach (var dialect in Enum.GetValues<CatalogueDialect>().Where(dialect => dialect.Has(function)))
                    calls.Add(function.Name, dialect);
            }
            return calls;
        }
    }

    private static bool Has(this CatalogueDialect dialect, FunctionInfo function) => function.Dialects.HasFlag(dialect switch
    {
        CatalogueDialect.V2 => FunctionDialects.V2,
        CatalogueDialect.V3 => FunctionDialects.V3,
        _ => FunctionDialects.V38,
    });
}
