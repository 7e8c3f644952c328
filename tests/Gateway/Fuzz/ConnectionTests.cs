using System.Net.Sockets;
using System.Text;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Clients that speak HTTP wrongly, slowly, or twice at once.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private const string Smuggled = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nx-request-id: smuggled\r\nConnection: close\r\n\r\n";

    private readonly TemporaryData _data = new();
    private GatewayHttp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Http:HeadersTimeout=00:00:02", "--Reelsmith:Http:KeepAlive=00:00:02"]);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    public static TheoryData<string> Ambiguous =>
    [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 91\r\n\r\n",
        "Content-Length: 0, 91\r\n\r\n",
        "Content-Length: 0x0\r\n\r\n",
        "Content-Length : 0\r\n\r\n",
        "Content-Length: \r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
        "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0;a=\"\r\n\"\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n00000000000000000000\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task A_body_whose_end_can_be_read_in_two_ways_hides_no_second_request(string rest)
    {
        var answer = await Exchange($"POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}{Smuggled}");

        Assert.DoesNotContain("x-request-id: smuggled", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("^HTTP/1\\.1 [2]", answer);
        await AssertAlive();
    }

    [Fact]
    public async Task Requests_in_one_go_are_answered_in_order()
    {
        const int Count = 50;
        var requests = string.Concat(Enumerable.Range(0, Count).Select(n => $"GET /v1/videos/none{n} HTTP/1.1\r\nHost: localhost\r\nx-request-id: r{n}.\r\n{(n == Count - 1 ? "Connection: close\r\n" : "")}\r\n"));

        var answers = await Exchange(requests);

        var places = Enumerable.Range(0, Count).Select(n => answers.IndexOf($"x-request-id: r{n}.", StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("GET http://localhost/health/live HTTP/1.1\r\nHost: localhost", 200)]
    [InlineData("GET http://evil.example/health/live HTTP/1.1\r\nHost: localhost", 400)]
    [InlineData("GET http://evil.example/health/live HTTP/1.1\r\nHost: evil.example", 403)]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443", 403)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost", 405)]
    [InlineData("GET * HTTP/1.1\r\nHost: localhost", 405)]
    [InlineData("GET health/live HTTP/1.1\r\nHost: localhost", 400)]
    [InlineData("GET  /health/live HTTP/1.1\r\nHost: localhost", 400)]
    [InlineData("GET /health/live\r\nHost: localhost", 400)]
    [InlineData("GET /health/live HTTP/1.1 \r\nHost: localhost", 400)]
    [InlineData("GET /health/live HTTP/1.1\nHost: localhost", 200)]
    [InlineData("TRACE /v1/videos HTTP/1.1\r\nHost: localhost\r\nCookie: secret", 405)]
    public async Task Targets_of_every_form_are_answered(string request, int status)
    {
        var answer = await Exchange($"{request}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        await AssertAlive();
    }

    [Theory]
    [InlineData(10_000, 200)]
    [InlineData(20_000, 431)]
    public async Task A_long_header_is_read_or_refused(int bytes, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await Exchange($"GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', bytes)}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("GET")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: loc")]
    [InlineData("POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"prompt\":")]
    [InlineData("POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"pro")]
    [InlineData("GET /v1/videos HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Many_connections_that_stall_hold_nobody_up(string start)
    {
        var stalled = new List<TcpClient>();
        for (var n = 0; n < 100; n++)
        {
            var client = new TcpClient();
            stalled.Add(client);
            await client.ConnectAsync(_gateway.Address.Host, _gateway.Address.Port);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(start));
            if (n % 3 == 0) client.Client.Shutdown(SocketShutdown.Send); // half open
            if (n % 5 == 0) client.LingerState = new LingerOption(true, 0); // reset in the end
        }

        await AssertAlive();
        stalled.ForEach(client => client.Dispose());
        await AssertAlive();
        Assert.Contains("\"data\":[]", await _gateway.Client.GetStringAsync("/v1/videos"), StringComparison.Ordinal);
    }

    private async Task AssertAlive()
    {
        using var time = new CancellationTokenSource(RawClient.LongestAnswer);
        Assert.Contains("live", await _gateway.Client.GetStringAsync("/health/live", time.Token), StringComparison.Ordinal);
    }

    // Everything that comes until the server closes, as it does in the end.
    private async Task<string> Exchange(string request)
    {
        using var client = new TcpClient();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await client.ConnectAsync(_gateway.Address.Host, _gateway.Address.Port, time.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), time.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(time.Token);
    }
}
