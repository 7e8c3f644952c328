using System.Net;
using System.Net.Sockets;

namespace Reelsmith.Gateway.Outgoing;

/// <summary>Tells addresses on the public internet from those that lead into this machine or the network around it, by the IANA registries of
/// special-purpose addresses (RFC 6890 and its updates).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network; 0.0.0.0 reaches this machine
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private, RFC 1918
            "100.64.0.0/10", // carrier-grade NAT, RFC 6598
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, with the metadata services of clouds
            "168.63.129.16/32", // Azure's host, which every machine there reaches under this address
            "192.0.0.0/24", // protocol assignments, RFC 6890
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // documentation, RFC 5737
            "192.88.99.0/24", // 6to4 relays, RFC 7526
            "198.18.0.0/15", // benchmarks, RFC 2544
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, with the broadcast address
            "2001::/23", // protocol assignments, RFC 2928: benchmarks, ORCHID and, where it is not unwrapped, Teredo
            "2001:db8::/32", "3fff::/20", // documentation, RFC 3849 and RFC 9637
        }.Select(IPNetwork.Parse),
    ];

    // All global unicast addresses; outside are loopback, unique local, link-local, site-local, multicast, and prefixes nobody was given.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>Whether an address can only be somebody on the internet. An IPv6 address that stands for an IPv4 address is what that one is.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return !IsSpecial(address);
        if (address.IsIPv4MappedToIPv6) return Is(address.MapToIPv4());
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address)) return Is(new IPAddress(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(address)) return Is(new IPAddress(bytes.AsSpan(2, 4)));
        if (Teredo.Contains(address)) return Is(new IPAddress(bytes.AsSpan(4, 4))) && Is(new IPAddress(Array.ConvertAll(bytes[12..], b => (byte)~b)));
        return GlobalUnicast.Contains(address) && !IsSpecial(address);
    }

    private static bool IsSpecial(IPAddress address) => Special.Any(network => network.Contains(address));
}
