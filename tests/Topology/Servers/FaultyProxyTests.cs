using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

/// <summary>Faults before a small HTTP server and a database.</summary>
public sealed class FaultyProxyTests : IAsyncLifetime
{
    private readonly HttpListener _server = new();
    private readonly HttpClient _http = new();
    private readonly int _port = FreePort.Next();
    private FaultyProxy _proxy = null!;
    private int _served;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _server.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _server.Start();
        _ = Serve();
        _proxy = FaultyProxy.Before(_port);
        _http.BaseAddress = _proxy.Through(new Uri($"http://localhost:{_port}/"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _proxy.DisposeAsync();
        _server.Close();
    }

    [Fact]
    public async Task The_next_requests_are_answered_with_503_and_those_after_them_are_served()
    {
        _proxy.Answer503(2);

        Assert.Equal("503 503 200", $"{await Put(300_000)} {await Put(10)} {await Put(300_000)}");
        Assert.Equal(1, _served);
    }

    [Fact]
    public async Task Two_requests_of_one_connection_are_two_requests()
    {
        Assert.Equal(200, await Put(10));
        _proxy.Answer503(1);

        Assert.Equal("503 200", $"{await Put(10)} {await Put(10)}");
    }

    [Fact]
    public async Task A_long_answer_is_cut_in_the_middle_and_a_short_one_is_not()
    {
        _proxy.CutResponses(1, afterBytes: 100_000);

        Assert.Equal(1_000, (await _http.GetByteArrayAsync("1000", Cancellation)).Length);
        await Assert.ThrowsAnyAsync<Exception>(() => _http.GetByteArrayAsync("1000000", Cancellation));
        Assert.Equal(1_000_000, (await _http.GetByteArrayAsync("1000000", Cancellation)).Length);
    }

    [Fact]
    public async Task A_long_request_is_cut_in_the_middle()
    {
        _proxy.CutRequests(1, afterBytes: 100_000);

        await Assert.ThrowsAsync<HttpRequestException>(() => Put(1_000_000));
        Assert.Equal(200, await Put(1_000_000));
    }

    [Fact]
    public async Task An_upload_stays_half_way_until_its_client_goes()
    {
        var halfWay = _proxy.HoldUpload();
        Assert.Empty(await _http.GetByteArrayAsync("0", Cancellation));
        using var gives = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var put = _http.PutAsync("0", new ByteArrayContent(new byte[100]), gives.Token);

        await halfWay;
        Assert.NotSame(put, await Task.WhenAny(put, Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation)));
        await gives.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put);
        Assert.Equal(200, await Put(100));
        Assert.Equal(2, _served); // the one that stayed half way was never read to its end
    }

    [Fact]
    public async Task Latency_comes_before_an_answer_begins()
    {
        _proxy.Latency = TimeSpan.FromMilliseconds(200);
        var started = Stopwatch.GetTimestamp();

        await Put(10);

        Assert.True(Stopwatch.GetElapsedTime(started) >= _proxy.Latency / 2); // timers may be a little early
    }

    [Fact]
    public async Task Connections_are_refused_and_taken_again()
    {
        _proxy.Refuse();
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => Put(10));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);

        _proxy.Accept();

        Assert.Equal(200, await Put(10));
    }

    [Fact]
    public async Task A_stalled_database_answers_when_its_connection_flows_again()
    {
        await using var server = await PostgresServer.Start(Cancellation);
        await using var proxy = FaultyProxy.Before(server.Port);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Port = proxy.Port, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        proxy.Stall();
        var asked = new NpgsqlCommand("SELECT 7", connection).ExecuteScalarAsync(Cancellation);

        Assert.NotSame(asked, await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation)));
        proxy.Flow();

        Assert.Equal(7, await asked);
    }

    private async Task<int> Put(int bytes) => (int)(await _http.PutAsync("0", new ByteArrayContent(new byte[bytes]), Cancellation)).StatusCode;

    /// <summary>Reads a request to its end and answers with as many bytes as its path says.</summary>
    private async Task Serve()
    {
        while (_server.IsListening)
        {
            try
            {
                var context = await _server.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref _served); // before the client can know
                var answer = new byte[int.Parse(context.Request.Url!.AbsolutePath.AsSpan(1))];
                context.Response.ContentLength64 = answer.Length;
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The connection was cut, or the test is over.
            }
        }
    }
}
