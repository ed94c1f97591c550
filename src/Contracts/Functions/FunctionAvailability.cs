namespace OpenIM.SignalR.Contracts;

/// <summary>Whether a function of the SDKs can be called here, and if not, why.</summary>
public enum FunctionAvailability
{
    /// <summary>It works.</summary>
    Available,

    /// <summary>It is planned: callers get <see cref="ErrorCode.NotAvailable"/>.</summary>
    NotYet,

    /// <summary>
    /// It reads a file by its path. In an app that is the user's file, here it would be the gateway's: callers get
    /// <see cref="ErrorCode.HostFileRefused"/>, always.
    /// </summary>
    HostFile,

    /// <summary>
    /// A function for something that an OpenIM server v3.8 does not have: callers get
    /// <see cref="ErrorCode.NotAvailable"/>.
    /// </summary>
    NotOnServer,

    /// <summary>
    /// It is about what an SDK keeps on the device, its log files or its database. Here there is neither, and the
    /// gateway's own are nobody's: callers get <see cref="ErrorCode.NotAvailable"/>.
    /// </summary>
    OnDevice,

    /// <summary>
    /// It hands a callback object to the SDK and has a meaning only inside of the app's own process; here events take
    /// its place: callers get <see cref="ErrorCode.NotAvailable"/>.
    /// </summary>
    InProcess,
}
