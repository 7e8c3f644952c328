using System.Net;
using System.Net.Sockets;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Connects to the public internet alone, whatever a name says. The name is resolved here, once for each connection, and the
/// connection goes to the addresses that were checked: a name that answers differently the second time (DNS rebinding) gains nothing.</summary>
/// <param name="resolve">All addresses of a name.</param>
/// <param name="dial">Connects to one of the addresses.</param>
internal sealed class PublicAddressesOnly(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<IPAddress[], int, CancellationToken, Task<Stream>> dial)
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);
    private const int LongestHeadersKiB = 16;

    // Names of this machine and its network that no resolver needs to be asked about.
    private static readonly string[] PrivateNames = ["localhost", "localdomain", "local", "internal", "home.arpa", "localhost6", "ip6-localhost", "ip6-loopback"];

    public PublicAddressesOnly(WebhookOptions options) : this(options, Dns.GetHostAddressesAsync, Dial)
    {
    }

    /// <summary>Follows no redirect, uses no proxy, and sends no cookie, credential or trace of ours. No connection is used twice.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, cancellationToken) => await Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken),
        ConnectTimeout = LongestConnect,
        PooledConnectionLifetime = TimeSpan.Zero,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = LongestHeadersKiB,
        MaxResponseDrainSize = 0,
    };

    /// <summary>Whether an address can be seen to be private as it is written, before anything is resolved.</summary>
    public bool Refuses(Uri url)
    {
        if (options.AllowPrivateAddresses) return false;
        var host = url.IdnHost.TrimEnd('.');
        // Also 127.1, 0x7f000001, 0177.0.0.1 and 2130706433, as resolvers read them.
        if (IPAddress.TryParse(host, out var address)) return !PublicAddress.Is(address);
        return PrivateNames.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Stream> Connect(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await resolve(host, cancellationToken);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!options.AllowPrivateAddresses && !addresses.All(PublicAddress.Is)) throw new PrivateAddressException();
        return await dial(addresses, port, cancellationToken);
    }

    private static async Task<Stream> Dial(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
