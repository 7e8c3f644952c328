using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Reelsmith.Tests.Servers;

/// <summary>One connection through a <see cref="FaultyProxy"/>. A message is what one side says until the other speaks.</summary>
internal sealed partial class ProxiedConnection(Socket client, Faults faults) : IDisposable
{
    private static readonly byte[] Busy = [.. "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: 87\r\nConnection: close\r\n\r\n"u8, .. "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"u8];

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);
    private volatile Socket? _speaking;
    private bool _uploading;

    public async Task Run(int port)
    {
        try
        {
            await _server.ConnectAsync("127.0.0.1", port);
            var answers = Pass(_server, client, faults.Responses);
            await Pass(client, _server, faults.Requests);
            await answers;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side went away, so the other sees it go.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Both sides see a reset.</summary>
    public void Dispose()
    {
        foreach (var socket in new[] { client, _server })
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }
            socket.Dispose();
        }
    }

    private async Task Pass(Socket from, Socket to, Cuts cuts)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            var passed = 0L;
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (_speaking != from)
                {
                    _speaking = from;
                    passed = 0;
                    if (from == _server) await Task.Delay(faults.Latency);
                    else if (IsRequest().IsMatch(StartOf(buffer.AsSpan(0, count))) && faults.Takes503())
                    {
                        await AnswerBusy(buffer);
                        return;
                    }
                }
                await faults.Flowing;
                if (from == client && BodyOf(buffer.AsMemory(0, count)) is { Length: > 0 } body && faults.TakesUpload() is { } halfWay)
                {
                    await Send(to, buffer.AsMemory(0, count - (body.Length + 1) / 2));
                    halfWay.SetResult();
                    await ReadToEnd(client, buffer);
                    return;
                }
                if (cuts.Take(passed, count) is { } allowed)
                {
                    await to.SendAsync(buffer.AsMemory(0, allowed));
                    Dispose();
                    return;
                }
                await Send(to, buffer.AsMemory(0, count));
                passed += count;
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Dispose();
        }
    }

    /// <summary>The rest of the request is read, because closing on unread bytes would take the answer with it.</summary>
    private async Task AnswerBusy(byte[] buffer)
    {
        await Send(client, Busy);
        client.Shutdown(SocketShutdown.Send);
        await ReadToEnd(client, buffer);
    }

    /// <summary>What of these bytes of a client belongs to the body of a PUT.</summary>
    private ReadOnlyMemory<byte> BodyOf(ReadOnlyMemory<byte> bytes)
    {
        if (IsRequest().Match(StartOf(bytes.Span)) is { Success: true } request)
        {
            _uploading = request.Value == "PUT ";
            var head = bytes.Span.IndexOf("\r\n\r\n"u8);
            bytes = head < 0 ? default : bytes[(head + 4)..];
        }
        return _uploading ? bytes : default;
    }

    private async Task ReadToEnd(Socket socket, byte[] buffer)
    {
        while (await socket.ReceiveAsync(buffer) > 0)
        {
        }
        Dispose();
    }

    private static string StartOf(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 16)]);

    private static async Task Send(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes)..];
    }

    [GeneratedRegex("^(GET|HEAD|PUT|POST|DELETE|OPTIONS) ")]
    private static partial Regex IsRequest();
}
