using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Tests.Http;

/// <summary>Clients that mean no good, or mean well and are slow.</summary>
public sealed class ProtectionTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    public static TheoryData<string, int> Malformed => new()
    {
        { "nonsense\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505 },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: local host\r\n\r\n", 400 },
        { "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n", 400 },
        { "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400 },
        { $"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: {new string('9', 30)}\r\n\r\n", 400 },
        { $"POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1{new string('a', 3_000)}\r\n\r\n", 400 },
        { "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400 },
        { "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n", 400 },
        { "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello", 400 },
        { $"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", 414 },
        { $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: {new string('a', 17_000)}\r\n\r\n", 431 },
        { $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 70).Select(n => $"X-{n}: a\r\n"))}\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_request_that_is_no_HTTP_is_refused_and_its_connection_closed(string request, int status)
    {
        await using var gateway = await GatewayHttp.Start(_data, map: app => app.MapPost("/echo", async (HttpRequest r, CancellationToken ct) => await new StreamReader(r.Body).ReadToEndAsync(ct)));

        var answer = await gateway.Raw(request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_come_too_slowly_end_the_connection()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Http:HeadersTimeout=00:00:01"]);
        using var slow = new TcpClient();
        await slow.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await slow.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: loc"u8.ToArray());
        using var reader = new StreamReader(slow.GetStream());

        Assert.StartsWith("HTTP/1.1 408 ", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_408()
    {
        await using var gateway = await GatewayHttp.Start(_data, map: app => app.MapPost("/echo", async (HttpRequest r, CancellationToken ct) => await new StreamReader(r.Body).ReadToEndAsync(ct)));

        var answer = await gateway.Raw("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Equal("request_timeout", AnswerExtensions.ErrorOf(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)]).Text("code"));
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_the_others_go_on()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Http:Connections=1"]);
        using var first = new TcpClient();
        await first.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await first.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        var buffer = new byte[4096];
        Assert.NotEqual(0, await first.GetStream().ReadAsync(buffer));

        Assert.Empty(await Refused(gateway));

        await first.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(first.GetStream(), Encoding.ASCII);
        Assert.Contains("live", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:8080", true)]
    [InlineData("reelsmith.localhost", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("notlocalhost", false)]
    [InlineData("192.168.1.2", false)]
    [InlineData("0.0.0.0", false)]
    public async Task Without_keys_the_server_answers_to_local_names_alone(string host, bool served)
    {
        await using var gateway = await GatewayHttp.Start(_data);

        var answer = await Send(gateway, HttpMethod.Get, ("Host", host));

        Assert.Equal(served ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        if (!served) Assert.Equal(("host_not_local", "permission_error"), ((await answer.Error()).Text("code"), (await answer.Error()).Text("type")));
    }

    [Fact]
    public async Task With_keys_it_answers_to_every_name()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"]);

        Assert.Equal(HttpStatusCode.OK, (await Send(gateway, HttpMethod.Get, ("Host", "films.example"))).StatusCode);
    }

    public static TheoryData<string, (string, string)[], bool> Pages => new()
    {
        { "POST", [], true },
        { "POST", [("Sec-Fetch-Site", "same-origin"), ("Origin", "http://127.0.0.1")], true },
        { "POST", [("Sec-Fetch-Site", "none")], true },
        { "POST", [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")], false },
        { "POST", [("Sec-Fetch-Site", "same-site"), ("Origin", "http://localhost:3000")], false },
        { "POST", [("Origin", "https://evil.example")], false },
        { "POST", [("Origin", "null")], false },
        { "DELETE", [("Origin", "https://evil.example")], false },
        { "POST", [("Host", "localhost:81"), ("Origin", "http://localhost:81")], true },
        { "POST", [("Host", "localhost:81"), ("Origin", "http://localhost:82")], false },
        { "GET", [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")], true },
        { "POST", [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://studio.example")], true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_keys_pages_of_other_origins_change_nothing_here(string method, (string, string)[] headers, bool allowed)
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Cors:Origins:0=https://studio.example"], map: app => app.MapMethods("/do", ["GET", "POST", "DELETE"], () => "done"));

        var answer = await Send(gateway, new HttpMethod(method), "/do", headers);

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        if (!allowed) Assert.Equal("origin_refused", (await answer.Error()).Text("code"));
    }

    [Fact]
    public async Task Pages_read_answers_only_where_their_origin_is_allowed()
    {
        await using var closed = await GatewayHttp.Start(_data);
        await using var open = await GatewayHttp.Start(_data, ["--Reelsmith:Cors:Origins:0=https://studio.example"]);

        Assert.False((await Send(closed, HttpMethod.Get, ("Origin", "https://studio.example"))).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False((await Send(open, HttpMethod.Get, ("Origin", "https://evil.example"))).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("https://studio.example", Assert.Single((await Send(open, HttpMethod.Get, ("Origin", "https://studio.example"))).Headers.GetValues("Access-Control-Allow-Origin")));
        var preflight = await Send(open, HttpMethod.Options, ("Origin", "https://studio.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains("authorization", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        var failed = await Send(open, HttpMethod.Get, "/nothing", ("Origin", "https://studio.example"));
        Assert.Equal("https://studio.example", Assert.Single(failed.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_what_it_says_it_is()
    {
        await using var gateway = await GatewayHttp.Start(_data, map: app => app.MapGet("/page", () => TypedResults.Content("<p>a page</p>", "text/html")));

        foreach (var path in new[] { "/health/live", "/docs/", "/nothing", "/page", "/openapi/v1.json" })
        {
            var answer = await gateway.Client.GetAsync(path);
            Assert.Equal(("nosniff", "no-referrer"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
            var page = answer.Content.Headers.ContentType!.MediaType == "text/html";
            Assert.Equal(page, answer.Headers.TryGetValues("Content-Security-Policy", out var policy) && policy.Single().Contains("default-src 'none'", StringComparison.Ordinal));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    private static async Task<string> Refused(GatewayHttp gateway)
    {
        try
        {
            return await gateway.Raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        catch (IOException)
        {
            return ""; // a reset
        }
    }

    private static Task<HttpResponseMessage> Send(GatewayHttp gateway, HttpMethod method, params (string Name, string Value)[] headers) => Send(gateway, method, "/health/live", headers);

    private static Task<HttpResponseMessage> Send(GatewayHttp gateway, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return gateway.Client.SendAsync(request);
    }
}
