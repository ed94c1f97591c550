using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace OpenIM.SignalR.Gateway;

/// <summary>Finds ports for processes that must be told their port before they start.</summary>
public static class FreePort
{
    // Below the range from which Linux gives ports to outgoing connections, so that none of those takes a port between
    // its choice here and its use by the process.
    private const int First = 12_000, Last = 19_999;

    private static readonly HashSet<int> Given = [];

    /// <summary>A port of 127.0.0.1 that nobody listens on and that this process has not given out before.</summary>
    public static int Next()
    {
        lock (Given)
        {
            while (true)
            {
                var port = RandomNumberGenerator.GetInt32(First, Last + 1);
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    return port;
                }
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
