namespace OpenIM.SignalR.Contracts;

/// <summary>The SDK generations that know a function.</summary>
[Flags]
public enum FunctionDialects
{
    None = 0,

    /// <summary>npm <c>open-im-sdk</c> 2.x.</summary>
    V2 = 1,

    /// <summary>npm <c>open-im-sdk</c> 3.x.</summary>
    V3 = 2,

    /// <summary>The SDK v3.8, and with it the hub.</summary>
    V38 = 4,
}
