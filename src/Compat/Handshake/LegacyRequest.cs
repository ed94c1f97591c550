using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenIM.SignalR.Compat.Handshake;

/// <summary>
/// What a legacy client says about itself when it connects: all of it in the query, the first of repeated keys
/// counting.
/// </summary>
internal sealed class LegacyRequest(HttpContext context)
{
    private const string Bearer = "Bearer ";

    private readonly IQueryCollection _query = context.Request.Query;

    /// <summary>Every v3 client names its first operation in the address, no v2 client does.</summary>
    public bool IsV3 => _query.ContainsKey("operationID");

    /// <summary>Whether this is for us at all: also plain requests that carry what a legacy client sends.</summary>
    public bool IsLegacy =>
        WebSocketUpgrade.IsWanted(context) || (_query.ContainsKey("sendID") && _query.ContainsKey("platformID"));

    public string? SendId => _query["sendID"].FirstOrDefault();

    public string? PlatformText => _query["platformID"].FirstOrDefault();

    /// <summary>The number of the platform, or null when it is no number.</summary>
    public int? PlatformId =>
        int.TryParse(PlatformText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The token of the query.</summary>
    public string? QueryToken => _query["token"].FirstOrDefault();

    /// <summary>
    /// The token of the header <c>Authorization</c> when there is one, else of the query. Only v3 looks at the header.
    /// </summary>
    public string? Token =>
        IsV3 && context.Request.Headers.Authorization.ToString() is { Length: > 7 } header
            ? header[Bearer.Length..]
            : QueryToken;
}
