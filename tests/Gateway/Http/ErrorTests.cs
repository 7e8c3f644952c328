using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Tests.Http;

public sealed class ErrorTests : IAsyncLifetime
{
    private readonly TemporaryData _data = new();
    private readonly LogRecorder _log = new();
    private GatewayHttp _gateway = null!;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Wish(string Prompt, int? Seconds = null);

    private sealed class Waiting
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async ValueTask InitializeAsync() => _gateway = await GatewayHttp.Start(_data, map: Map, services: s => s.AddSingleton<Waiting>().AddLogging(log => log.AddProvider(_log)));

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    public static TheoryData<FailureKind, int, string> Kinds => new()
    {
        { FailureKind.InvalidInput, 400, "invalid_request_error" },
        { FailureKind.NotFound, 404, "not_found_error" },
        { FailureKind.Conflict, 409, "conflict_error" },
        { FailureKind.Busy, 429, "rate_limit_error" },
        { FailureKind.Unavailable, 503, "server_error" },
        { FailureKind.Transient, 503, "server_error" },
    };

    [Fact]
    public async Task A_client_that_leaves_before_it_is_told_what_is_wrong_is_no_error()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true), Response = { Body = new MemoryStream() } };

        await new ErrorResponse(StatusCodes.Status404NotFound, "video_not_found", "There is no such video.").Write(context);

        Assert.Equal(StatusCodes.Status404NotFound, context.Response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_failure_says_what_is_wrong_and_what_to_change(FailureKind kind, int status, string type)
    {
        var answer = await _gateway.Client.GetAsync($"/throw/{kind}");

        var error = await answer.Error();
        Assert.Equal((status, type, "size_odd", "What is wrong. What to change."), ((int)answer.StatusCode, error.Text("type"), error.Text("code"), error.Text("message")));
        Assert.Equal(kind == FailureKind.InvalidInput ? "size" : null, error.Text("param"));
        Assert.Equal(status == 409, answer.Headers.TryGetValues("x-should-retry", out var retry) && retry.Single() == "false");
        Assert.Equal(status is 429 or 503, answer.Headers.RetryAfter is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_store_that_cannot_be_had_is_503_wherever_it_is_read_or_written(bool writing)
    {
        var answer = await _gateway.Client.GetAsync($"/store/{writing}");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store_busy"), (answer.StatusCode, (await answer.Error()).Text("code")));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain(_log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_fault_of_Reelsmith_tells_the_client_nothing_but_where_the_log_tells_it()
    {
        foreach (var path in new[] { "/throw/Internal", "/crash" })
        {
            var answer = await _gateway.Client.GetAsync(path);

            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.DoesNotContain("secret detail", body, StringComparison.Ordinal);
            Assert.DoesNotContain("What is wrong", body, StringComparison.Ordinal);
            Assert.Contains(answer.RequestId(), AnswerExtensions.ErrorOf(body).Text("message"), StringComparison.Ordinal);
            var entry = Assert.Single(_log.Entries, entry => entry.Level >= LogLevel.Error && entry.Message.Contains(answer.RequestId(), StringComparison.Ordinal));
            Assert.NotNull(entry.Exception);
        }
    }

    public static TheoryData<string, string, string?> Bodies => new()
    {
        { "", "json_invalid", null },
        { "{", "json_invalid", null },
        { "null", "json_invalid", null },
        { "[]", "json_invalid", null },
        { "{\"prompt\":5}", "json_invalid", "prompt" },
        { "{\"prompt\":\"p\",\"prompt\":\"q\"}", "json_invalid", "prompt" },
        { "{\"prompt\":\"p\",\"secnods\":4}", "json_invalid", "secnods" },
        { "{\"prompt\":null}", "json_invalid", "prompt" },
        { "{\"prompt\":\"p\",\"seconds\":\"soon\"}", "json_invalid", "seconds" },
        { "{\"prompt\":\"p\",\"seconds\":99999999999999}", "json_invalid", "seconds" },
        { "{\"prompt\":\"\\ud800\"}", "json_invalid", "prompt" },
        { "{\"seconds\":4}", "json_invalid", "prompt" },
        { string.Concat(Enumerable.Repeat("[", 5_000)), "json_invalid", null },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_the_JSON_it_should_be_is_refused(string body, string code, string? param)
    {
        var answer = await _gateway.Client.PostAsync("/json", new StringContent(body, Encoding.UTF8, "application/json"));

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, code, param, "invalid_request_error"), (answer.StatusCode, error.Text("code"), error.Text("param"), error.Text("type")));
        Assert.DoesNotMatch("System|Reelsmith|type '", error.Text("message")!);
    }

    [Theory]
    [InlineData("/json", "text/plain")]
    [InlineData("/json", null)]
    [InlineData("/bound", "text/plain")]
    [InlineData("/form", "application/json")]
    [InlineData("/form", null)]
    public async Task A_body_of_another_kind_is_415(string path, string? contentType)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        var answer = await _gateway.Client.PostAsync(path, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("content_type_unsupported", (await answer.Error()).Text("code"));
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\ncut off")]
    [InlineData("multipart/form-data; boundary=b", "no boundary at all")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnot a header\r\n\r\nx\r\n--b--\r\n")]
    public async Task A_form_that_cannot_be_read_is_400(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await _gateway.Client.PostAsync("/form", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("form_invalid", (await answer.Error()).Text("code"));
    }

    [Theory]
    [InlineData("/form")]
    [InlineData("/json")]
    [InlineData("/bound")]
    [InlineData("/json", true)]
    [InlineData("/form", true)]
    public async Task A_body_that_is_too_large_is_413_and_its_sender_reads_that(string path, bool chunked = false)
    {
        using HttpContent content = path == "/form"
            ? new MultipartFormDataContent { { new ByteArrayContent(new byte[20_000_000]), "file", "big.bin" } }
            : new StringContent(JsonSerializer.Serialize(new { prompt = new string('x', 20_000_000) }), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { TransferEncodingChunked = chunked } };

        var answer = await _gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("body_too_large", (await answer.Error()).Text("code"));
    }

    [Theory]
    [InlineData("/query?limit=many", "limit", "many")]
    [InlineData("/query", "limit", "missing")]
    [InlineData("/query?limit=99999999999", "limit", "99999999999")]
    public async Task A_parameter_that_cannot_be_is_named(string path, string param, string says)
    {
        var answer = await _gateway.Client.GetAsync(path);

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, param, "parameter_invalid"), (answer.StatusCode, error.Text("param"), error.Text("code")));
        Assert.Contains(says, error.Text("message"), StringComparison.Ordinal);
        Assert.DoesNotContain("int ", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_404_and_a_wrong_method_405_with_those_that_are_known()
    {
        var unknown = await _gateway.Client.GetAsync("/v9/nothing");
        Assert.Equal((HttpStatusCode.NotFound, "route_unknown"), (unknown.StatusCode, (await unknown.Error()).Text("code")));

        var wrong = await _gateway.Client.DeleteAsync("/json");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (wrong.StatusCode, (await wrong.Error()).Text("code")));
        Assert.Equal(["POST"], wrong.Content.Headers.Allow);
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_and_a_sane_one_of_the_client_is_kept()
    {
        var paths = new[] { "/health/live", "/docs/", "/", "/nothing", "/crash", "/throw/Busy" };
        var ids = new List<string>();
        foreach (var path in paths) ids.Add((await _gateway.Client.GetAsync(path)).RequestId());

        Assert.Equal(paths.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("req_", id, StringComparison.Ordinal));
        Assert.Equal("trace-1.2:3", (await Send("trace-1.2:3")).RequestId());
        foreach (var strange in new[] { "", "a b", new string('x', 129), "<script>" }) Assert.StartsWith("req_", (await Send(strange)).RequestId(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_may_have_any_bytes_and_does_no_harm()
    {
        var answer = await _gateway.Raw("GET /nothing HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: \u00e9\u00ff\u0080\r\nx-request-id: \u00e9\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Contains("x-request-id: req_", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_error()
    {
        var arrived = _gateway.Services.GetRequiredService<Waiting>();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_gateway.Address.Host, _gateway.Address.Port);
            await client.GetStream().WriteAsync("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            await arrived.Begun.Task;
            client.Client.LingerState = new LingerOption(true, 0); // leaves with a reset
        }
        await arrived.Ended.Task;
        await _gateway.Stop();

        Assert.DoesNotContain(_log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    private Task<HttpResponseMessage> Send(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.TryAddWithoutValidation("x-request-id", id);
        return _gateway.Client.SendAsync(request);
    }

    private static SqliteException Busy() => new("database is locked", SQLitePCL.raw.SQLITE_BUSY);

    private static void Map(WebApplication app)
    {
        app.MapGet("/throw/{kind}", (FailureKind kind) => { throw new ReelsmithException(new Failure(kind, "size_odd", "What is wrong.", "What to change.")); });
        app.MapGet("/store/{writing}", (bool writing) => { throw writing ? new DbUpdateException("not saved", Busy()) : Busy(); });
        app.MapGet("/crash", () => { throw new InvalidOperationException("a secret detail"); });
        app.MapPost("/json", async (HttpRequest request, CancellationToken ct) => (await request.ReadJson<Wish>(ct)).Prompt);
        app.MapPost("/bound", (Wish wish) => wish.Prompt);
        app.MapPost("/form", async (HttpRequest request, CancellationToken ct) => (await request.ReadForm(ct)).Count);
        app.MapGet("/query", (int limit) => limit);
        app.MapGet("/wait", async (Waiting waiting, CancellationToken ct) =>
        {
            waiting.Begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                waiting.Ended.SetResult();
            }
        });
    }
}
