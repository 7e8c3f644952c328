using System.Net.Sockets;
using System.Text;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Sends bytes as they are, each request on a connection of its own.</summary>
internal static class RawClient
{
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <param name="mayWait">The answer may be long in coming by design: the client goes away after a moment.</param>
    /// <param name="halfClose">Says that nothing more comes.</param>
    /// <returns>Null: the connection was closed without an answer, or the client went away.</returns>
    /// <exception cref="TimeoutException">There was no whole answer in time.</exception>
    public static async Task<RawAnswer?> Send(Uri address, byte[] request, bool mayWait = false, bool halfClose = false)
    {
        using var client = new TcpClient { NoDelay = true };
        using var time = new CancellationTokenSource(mayWait ? Patience : LongestAnswer);
        using var received = new MemoryStream();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, time.Token);
            var stream = client.GetStream();
            var sending = Sent(client, stream, request, halfClose, time.Token);
            var buffer = new byte[32 * 1024];
            for (int read; (read = await stream.ReadAsync(buffer, time.Token)) > 0;)
            {
                received.Write(buffer, 0, read);
                if (read < 4_096 && Encoding.Latin1.GetString(received.GetBuffer(), 0, (int)received.Length) is var text && text.Contains("text/event-stream", StringComparison.Ordinal)) time.CancelAfter(Patience);
            }
            await sending;
        }
        catch (IOException)
        {
            // reset, as a server may do that does not want the rest of a request; what it said before counts
        }
        catch (OperationCanceledException)
        {
            if (!mayWait && !Encoding.Latin1.GetString(received.ToArray()).Contains("text/event-stream", StringComparison.Ordinal)) throw new TimeoutException();
        }
        return RawAnswer.Read(received.ToArray());
    }

    private static async Task Sent(TcpClient client, NetworkStream stream, byte[] request, bool halfClose, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(request, cancellationToken);
            if (halfClose) client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the answer came first
        }
    }
}
