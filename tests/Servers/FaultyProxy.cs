using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reelsmith.Tests.Servers;

/// <summary>Stands before a server and behaves, when told to, as networks and busy servers do. It passes bytes on, so it stands before
/// brokers and databases as well; only <see cref="Answer503"/> is for HTTP.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private const int IpLevel = 0, FreeBind = 15; // SOL_IP and IP_FREEBIND of Linux
    private readonly int _server;
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _open = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private int _connections;

    private FaultyProxy(int server, IPAddress address) => (_server, Address) = (server, address);

    public IPAddress Address { get; }

    public int Port { get; } = FreePort.Next();

    /// <summary>How many connections it has accepted so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What goes wrong in those that are open and those that come.</summary>
    internal Faults Faults { get; } = new();

    /// <summary>How much later the first byte of an answer comes.</summary>
    public TimeSpan Latency
    {
        get => Faults.Latency;
        set => Faults.Latency = value;
    }

    /// <param name="server">A server of this machine; only its port matters.</param>
    /// <param name="address">Where it listens, though that may not be an address of this machine yet; the loopback's when null.</param>
    public static FaultyProxy Before(Uri server, IPAddress? address = null) => Before(server.Port, address);

    public static FaultyProxy Before(int port, IPAddress? address = null)
    {
        var proxy = new FaultyProxy(port, address ?? IPAddress.Loopback);
        proxy.Accept();
        return proxy;
    }

    /// <summary>The same URL, through the proxy.</summary>
    public Uri Through(Uri url) => new UriBuilder(url) { Host = $"{Address}", Port = Port }.Uri;

    /// <summary>The next HTTP requests are answered with 503 and never reach the server.</summary>
    public void Answer503(int requests) => Faults.Answer503(requests);

    /// <summary>The next requests that are longer than this, headers included, end there: both sides see their connection reset.</summary>
    public void CutRequests(int times, long afterBytes) => Faults.Requests.Set(times, afterBytes);

    /// <summary>The next answers that are longer than this, headers included, end there: both sides see their connection reset.</summary>
    public void CutResponses(int times, long afterBytes) => Faults.Responses.Set(times, afterBytes);

    /// <summary>The next PUT stays half way through its body until its connection ends.</summary>
    /// <returns>Completes when it is there.</returns>
    public Task HoldUpload() => Faults.HoldUpload();

    /// <summary>The next PUT passes after all.</summary>
    public void LetUploads() => Faults.LetUploads();

    /// <summary>Connections stay open, and nothing comes through, until <see cref="Flow"/>.</summary>
    public void Stall() => Faults.Stall();

    public void Flow() => Faults.Flow();

    /// <summary>New connections are refused until <see cref="Accept"/>; open ones go on.</summary>
    public void Refuse() => Interlocked.Exchange(ref _listener, null)?.Dispose();

    public void Accept()
    {
        if (_listener is not null) return;
        var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.SetRawSocketOption(IpLevel, FreeBind, BitConverter.GetBytes(1));
        listener.Bind(new IPEndPoint(Address, Port));
        listener.Listen();
        _listener = listener;
        _accepting = AcceptFrom(listener);
    }

    /// <summary>Resets every open connection.</summary>
    public void Drop()
    {
        foreach (var connection in _open.Keys) connection.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        await _accepting;
        Faults.Flow();
        Drop();
        await Task.WhenAll(_open.Values);
    }

    private async Task AcceptFrom(Socket listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                Interlocked.Increment(ref _connections);
                var connection = new ProxiedConnection(client, Faults);
                _open[connection] = Serve(connection);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Refused from now on.
        }
    }

    private async Task Serve(ProxiedConnection connection)
    {
        await Task.Yield();
        await connection.Run(_server);
        _open.TryRemove(connection, out _);
    }
}
