namespace OpenIM.SignalR.Sessions;

/// <summary>Why a sync is made. The larger one covers the smaller.</summary>
internal enum SyncKind
{
    None,

    /// <summary>
    /// The app came back, a gap could not be filled, pushes may have been missed: told by nothing but what it finds.
    /// </summary>
    Quiet,

    /// <summary>A connection was made: told by OnSyncServerStart and OnSyncServerFinish.</summary>
    Connect,
}
