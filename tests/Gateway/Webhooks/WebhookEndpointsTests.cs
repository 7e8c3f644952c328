using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Videos;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Tests.Webhooks;

public sealed class WebhookEndpointsTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly TemporaryData _data = new();
    private readonly WatchedTime _time = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private Sender _sender = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.Start(500, 200);
        _sender = await Sender.Start(_data, _time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting().AddErrors();
        builder.Services.AddSingleton(_sender.Store).AddSingleton(_sender.Deliveries).AddSingleton(_sender.Secrets).AddSingleton(_sender.Catalog).AddSingleton<OwnVideos>();
        _app = builder.Build();
        _app.UseErrors();
        _app.UseRouting();
        _app.Use((context, next) =>
        {
            context.Features.Set(new Caller(context.Request.Headers["X-Caller"].ToString(), "")); // as the keys do
            return next(context);
        });
        _app.MapWebhooks();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _sender.DisposeAsync();
        await _receiver.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task The_log_of_a_video_tells_every_attempt_and_no_secret()
    {
        var delivery = await _sender.Tell(_receiver.Url.ToString(), "alice", Secret);
        await _sender.Noted();
        var (status, text) = await Send(HttpMethod.Get, LogOf(delivery), "alice");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("whsec_", text, StringComparison.Ordinal);
        var list = JsonDocument.Parse(text).RootElement;
        Assert.Equal("list", list.GetProperty("object").GetString());
        var item = list.GetProperty("data")[0];
        Assert.Equal(["id", "object", "type", "url", "state", "created_at", "next_attempt_at", "status_code", "error", "attempt_count", "attempts"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal((delivery.Id, "webhook_delivery", "pending", 1893456005L, 500), (item.GetProperty("id").GetString(), item.GetProperty("object").GetString(),
            item.GetProperty("state").GetString(), item.GetProperty("next_attempt_at").GetInt64(), item.GetProperty("status_code").GetInt32()));
        Assert.Equal(["at", "status_code", "error", "duration_ms"], item.GetProperty("attempts")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task An_event_is_sent_again_at_once_when_asked_for()
    {
        var delivery = await _sender.Tell(_receiver.Url.ToString(), "alice");
        await _sender.Noted();
        var (status, text) = await Send(HttpMethod.Post, $"{LogOf(delivery)}/{delivery.Id}/redeliver", "alice");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("pending", JsonDocument.Parse(text).RootElement.GetProperty("state").GetString());
        Assert.Equal(DeliveryState.Delivered, await _sender.Noted());
        Assert.Equal([delivery.Id, delivery.Id], [(await _receiver.Next()).Id, (await _receiver.Next()).Id]);
    }

    [Fact]
    public async Task Nobody_sees_or_sends_anothers()
    {
        var delivery = await _sender.Tell(_receiver.Url.ToString(), "alice");
        await _sender.Noted();
        var other = await _sender.Tell(_receiver.Url.ToString(), "bob");
        await _sender.Noted();
        await NotFound(HttpMethod.Get, LogOf(delivery), "video_not_found");
        await NotFound(HttpMethod.Post, $"{LogOf(delivery)}/{delivery.Id}/redeliver", "video_not_found");
        await NotFound(HttpMethod.Post, $"{LogOf(other)}/{delivery.Id}/redeliver", "delivery_not_found");
        Assert.Equal(2, _receiver.Count);
    }

    [Theory]
    [InlineData("video_00000000000000000000000000000000")]
    [InlineData("video_")]
    [InlineData("video_zz")]
    [InlineData("VIDEO_11111111111111111111111111111111")]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("'; DROP TABLE webhook_deliveries; --")]
    public Task What_is_no_video_is_not_found(string id) => NotFound(HttpMethod.Get, $"/v1/videos/{id}/webhook_deliveries", "video_not_found");

    [Fact]
    public async Task A_caller_has_a_secret_of_its_own_that_can_be_replaced()
    {
        var (before, kept) = (await SecretOf(HttpMethod.Get, "alice"), await SecretOf(HttpMethod.Get, "alice"));
        Assert.Equal(before, kept);
        Assert.True(WebhookSignature.TryParseSecret(before.Secret!, out var key));
        Assert.Equal(32, key.Length);
        Assert.NotEqual(before.Secret, (await SecretOf(HttpMethod.Get, "bob")).Secret);

        var after = await SecretOf(HttpMethod.Post, "alice");
        Assert.NotEqual(before.Secret, after.Secret);
        Assert.Equal(1893456000 + (24 * 3600), after.Until);
        Assert.Equal(after, await SecretOf(HttpMethod.Get, "alice"));
    }

    [Fact]
    public async Task A_secret_asked_for_by_many_at_once_is_one()
    {
        var secrets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SecretOf(HttpMethod.Get, "carol")));
        Assert.Single(secrets.Distinct());
    }

    private async Task<(string? Secret, long? Until)> SecretOf(HttpMethod method, string caller)
    {
        using var request = new HttpRequestMessage(method, method == HttpMethod.Get ? "/v1/webhook_secret" : "/v1/webhook_secret/rotate") { Headers = { { "X-Caller", caller } } };
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["object", "secret", "previous_used_until"], answer.EnumerateObject().Select(member => member.Name));
        var until = answer.GetProperty("previous_used_until");
        return (answer.GetProperty("secret").GetString(), until.ValueKind == JsonValueKind.Null ? null : until.GetInt64());
    }

    private async Task NotFound(HttpMethod method, string path, string code)
    {
        var (status, text) = await Send(method, path, "bob");
        Assert.Equal((HttpStatusCode.NotFound, code), (status, JsonDocument.Parse(text).RootElement.GetProperty("error").GetProperty("code").GetString()));
    }

    private async Task<(HttpStatusCode Status, string Text)> Send(HttpMethod method, string path, string caller)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Caller", caller } } };
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string LogOf(WebhookDelivery delivery) => $"/v1/videos/video_{delivery.JobId:N}/webhook_deliveries";
}
