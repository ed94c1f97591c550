using OpenIM.SignalR.Contracts;

namespace OpenIM.SignalR.Unit.Catalogue;

/// <summary>A client of one dialect, calling any function of the catalogue with any text as its arguments.</summary>
internal abstract class CatalogueClient(Surroundings around) : IAsyncDisposable
{
    public Surroundings Around => around;

    /// <summary>What GetLoginStatus answers while the session is logged in.</summary>
    public abstract string LoggedIn { get; }

    /// <summary>Connects and logs in.</summary>
    public abstract Task LoginAsync();

    /// <summary>Arguments as a client would give them, of what there is around.</summary>
    public abstract string ValidArguments(FunctionInfo function);

    /// <summary>Arguments that are wrong in one way each.</summary>
    public abstract IEnumerable<WrongArguments> WrongArguments(FunctionInfo function);

    /// <summary>Calls a function. Fails the test when there is no answer in ten seconds, or the connection ends.</summary>
    public abstract Task<CatalogueAnswer> CallAsync(string function, string arguments);

    /// <summary>The error that a refusal is in this dialect.</summary>
    public abstract int RefusalCode(OpenImError refusal);

    /// <summary>What a code of the hub is in this dialect; 0 is success.</summary>
    public abstract int CodeOf(string function, int code);

    public abstract ValueTask DisposeAsync();
}
