using System.Net;
using System.Net.Sockets;

namespace Reelsmith.Tests.Servers;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePort
{
    // Below those that the kernel gives to outgoing connections: a server that is restarted must find its port free.
    private const int First = 20_000, End = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
            }
        }
    }
}
