using System.Net;
using System.Net.Sockets;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Outgoing;

/// <summary>Connects to the public internet alone, whatever a name says. The name is resolved here, once for each connection, and the
/// connection goes to the addresses that were checked: a name that answers differently the second time (DNS rebinding) gains nothing.</summary>
/// <param name="allowPrivate">Connects to anything instead.</param>
/// <param name="resolve">All addresses of a name.</param>
/// <param name="dial">Connects to one of the addresses.</param>
internal sealed class PublicAddressesOnly(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<IPAddress[], int, CancellationToken, Task<Stream>> dial)
{
    public const int LongestUrl = 2_000;

    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);
    private const int LongestHeadersKiB = 16;

    // Names of this machine and its network that no resolver needs to be asked about.
    private static readonly string[] PrivateNames = ["localhost", "localdomain", "local", "internal", "home.arpa", "localhost6", "ip6-localhost", "ip6-loopback"];

    public PublicAddressesOnly(bool allowPrivate) : this(allowPrivate, Dns.GetHostAddressesAsync, Dial)
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

    /// <summary>Refuses what can be seen to be wrong with a URL as it is written, before anything is resolved.</summary>
    /// <param name="what">Whose URL it is, for the message: "The webhook's URL".</param>
    /// <param name="code">Of the failure.</param>
    /// <exception cref="ReelsmithException">It is no URL of the public internet.</exception>
    public void Check(string url, string what, string code)
    {
        if (url.Length > LongestUrl) throw Invalid($"has {url.Length} characters.", $"Use at most {LongestUrl}.");
        if (url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsHttp(uri))
        {
            throw Invalid("is not an absolute http or https URL.", "Use one such as https://example.com/a/path.");
        }
        if (AuthorityOf(url).Contains('@')) throw Invalid("has a user name or password in it.", "Leave it out: it would not be sent.");
        if (url.Contains('#')) throw Invalid("has a fragment.", "Leave out the # and what follows it: it is never sent.");
        if (Refuses(uri)) throw Invalid("leads to this machine or its network.", $"Use a public address, or have whoever runs the server set {OutgoingSettings.Section}:{nameof(OutgoingSettings.AllowPrivateAddresses)}.");

        ReelsmithException Invalid(string fault, string hint) => ReelsmithException.InvalidInput(code, $"{what} {fault}", hint);
    }

    private bool Refuses(Uri url)
    {
        if (allowPrivate) return false;
        var host = url.IdnHost.TrimEnd('.');
        // Also 127.1, 0x7f000001, 0177.0.0.1 and 2130706433, as resolvers read them.
        if (IPAddress.TryParse(host, out var address)) return !PublicAddress.Is(address);
        return PrivateNames.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsHttp(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Port != 0
        && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    private static string AuthorityOf(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        return end < 0 ? url[start..] : url[start..end];
    }

    private async Task<Stream> Connect(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await resolve(host, cancellationToken);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        if (!allowPrivate && !addresses.All(PublicAddress.Is)) throw new PrivateAddressException();
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
