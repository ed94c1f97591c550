using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace OpenIM.SignalR.Sandbox;

/// <summary>
/// Who may see the page, which shows everybody's messages.
/// <list type="number">
/// <item>A server that listens on this computer alone shows it to whoever is on this computer. The host in the address
/// must be this computer as well: a web site whose name leads to 127.0.0.1 could have it read by a browser here.</item>
/// <item>Any other server asks for the secret, as the password of HTTP's Basic form; it makes an administrator
/// anyway.</item>
/// </list>
/// </summary>
internal sealed class PageAccess(SandboxOptions options)
{
    /// <summary>Whether the secret is not asked for.</summary>
    public bool IsOpen { get; } = IPAddress.IsLoopback(IPAddress.Parse(options.Address));

    /// <summary>Runs a handler for those who may; tells the others why not.</summary>
    public Task GuardAsync(HttpContext context, RequestDelegate handler)
    {
        if (IsOpen)
            return IsThisComputer(context.Request.Host.Host)
                ? handler(context)
                : RefuseAsync(context, StatusCodes.Status403Forbidden,
                    "This page is for the computer that the sandbox runs on: open it under http://127.0.0.1.\n");
        if (HasSecret(context.Request))
            return handler(context);
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"OpenIM Sandbox: any name, the secret as password\"";
        return RefuseAsync(context, StatusCodes.Status401Unauthorized,
            "The sandbox listens for other computers too, so this page asks for its secret.\n");
    }

    private static bool IsThisComputer(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private bool HasSecret(HttpRequest request)
    {
        const string scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..], bytes, out var length))
            return false;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var password = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        // Hashes, so that the time tells nothing of the length either.
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(password)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret)));
    }

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
