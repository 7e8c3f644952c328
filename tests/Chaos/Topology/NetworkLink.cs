using System.Diagnostics;
using System.Net;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>The cable between this machine's network and that of a process with a network namespace of its own. Both ends go with the process.</summary>
internal sealed class NetworkLink
{
    // Its words: this end's name and address, the other end's address, a process of this network, and the program.
    private const string Lay = """
        set -e
        ip link set lo up
        ip link add far type veth peer name "$0" netns "$3"
        ip address add "$2/30" dev far
        ip link set far up
        nsenter --net="/proc/$3/ns/net" sh -c 'ip address add "$1/30" dev "$0" && ip link set "$0" up' "$0" "$1"
        shift 3
        exec "$@"
        """;

    private readonly string _name = $"reel{Random.Shared.Next():x8}";
    private readonly int _network = Random.Shared.Next(1 << 15); // of the /30s of 198.18.0.0/15, which belongs to tests (RFC 2544)

    /// <summary>This end's.</summary>
    public IPAddress Address => At(1);

    /// <summary>What a program is started by to be at the other end.</summary>
    public IReadOnlyList<string> Wrapper => ["unshare", "--net", "sh", "-c", Lay, _name, $"{Address}", $"{At(2)}", $"{Environment.ProcessId}"];

    /// <summary>Nothing passes from now on, and nobody is told.</summary>
    public Task<bool> Cut() => Set("down");

    public Task<bool> Mend() => Set("up");

    private async Task<bool> Set(string state)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", ["link", "set", _name, state]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private IPAddress At(int host) => new([198, (byte)(18 + (_network >> 14)), (byte)(_network >> 6), (byte)(_network << 2 | host)]);
}
