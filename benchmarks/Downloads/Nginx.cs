using System.Net;
using System.Net.Sockets;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Benchmarks.Downloads;

/// <summary>nginx as it is recommended for large files (sendfile, tcp_nopush), with a configuration and a folder of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private Nginx(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="prefix">An empty folder for what it writes.</param>
    /// <param name="root">The folder whose files it serves.</param>
    public static async Task<Nginx> Start(string prefix, string root)
    {
        var port = FreePort();
        var configuration = Path.Combine(prefix, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            daemon off;
            worker_processes auto;
            pid {{prefix}}/nginx.pid;
            error_log stderr;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              server { listen 127.0.0.1:{{port}}; root {{root}}; }
            }
            """);
        var nginx = new Nginx(ChildProcess.Start("nginx", ["-p", prefix, "-c", configuration]), new Uri($"http://127.0.0.1:{port}"));
        using var client = new TcpClient();
        while (true)
        {
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return nginx;
            }
            catch (SocketException)
            {
                await Task.Delay(20); // it does not listen yet
            }
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
