using Microsoft.AspNetCore.Http.Features;

namespace OpenIM.SignalR.Sandbox;

/// <summary>Puts an <see cref="UpgradedStream"/> under the web socket that ASP.NET makes of a request.</summary>
internal sealed class UpgradeFeature(IHttpUpgradeFeature inner, TimeProvider time) : IHttpUpgradeFeature
{
    /// <summary>The stream, once the request was upgraded.</summary>
    public UpgradedStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new UpgradedStream(await inner.UpgradeAsync(), time);
}
