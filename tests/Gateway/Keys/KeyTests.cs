using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Keys;

public sealed class KeyTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _data.Dispose();

    // As another process has them: on a store of its own.
    private ApiKeys Keys => new(new GatewayStore(new SqliteDatabase(_data.Folder)), _time);

    [Fact]
    public async Task A_secret_is_shown_once_and_only_its_hash_is_kept()
    {
        var made = await Keys.Add("alice", CancellationToken.None);

        Assert.Matches("^rsk_[0-9A-Za-z]{43}$", made.Secret);
        Assert.NotEqual(made.Secret, (await Keys.Add("alice", CancellationToken.None)).Secret);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_data.Folder.Root, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(made.Secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_are_listed_with_when_they_were_made_and_revoked()
    {
        var first = await Keys.Add("alice", CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(1));
        var second = await Keys.Add("bob", CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(1));
        await Keys.Revoke(first.Key.Id, CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(1));
        await Keys.Revoke(first.Key.Id, CancellationToken.None);

        Assert.Equal([first.Key with { Revoked = first.Key.Created.AddDays(2) }, second.Key], await Keys.List(CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("ünal")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_name_that_cannot_be_is_refused(string name) =>
        Assert.Equal("key_name", (await Assert.ThrowsAsync<ReelsmithException>(() => Keys.Add(name, CancellationToken.None))).Failure.Code);

    [Fact]
    public async Task Revoking_what_is_not_there_says_so() =>
        Assert.Equal("key_unknown", (await Assert.ThrowsAsync<ReelsmithException>(() => Keys.Revoke("key_nobody", CancellationToken.None))).Failure.Code);

    [Fact]
    public async Task Without_keys_everybody_is_the_person_at_this_machine()
    {
        await using var gateway = await GatewayHttp.Start(_data, map: WhoAmI);

        Assert.Equal("/local", await gateway.Client.GetStringAsync("/who"));
        Assert.Equal("/local", await (await Ask(gateway, $"Bearer {KeySecret.New()}")).Content.ReadAsStringAsync());
    }

    public static TheoryData<string?, string> Refused => new()
    {
        { null, "key_missing" },
        { "", "key_missing" },
        { "Basic YWxpY2U6eA==", "key_missing" },
        { "Bearer", "key_missing" },
        { "Bearer x", "key_wrong" },
        { $"Bearer rsk_{new string('0', 43)}", "key_wrong" },
        { $"Bearer {new string('x', 10_000)}", "key_wrong" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Where_keys_are_required_nobody_passes_without_one(string? authorization, string code)
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], map: WhoAmI);
        await Keys.Add("alice", CancellationToken.None);

        var answer = await Ask(gateway, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal((code, "authentication_error"), ((await answer.Error()).Text("code"), (await answer.Error()).Text("type")));
    }

    [Fact]
    public async Task A_key_made_and_revoked_elsewhere_counts_within_a_second()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], map: WhoAmI, services: s => s.AddSingleton<TimeProvider>(_time));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(gateway, $"Bearer {KeySecret.New()}")).StatusCode);

        var made = await Keys.Add("alice", CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("alice/alice", await (await Ask(gateway, $"Bearer {made.Secret}")).Content.ReadAsStringAsync());

        await Keys.Revoke(made.Key.Id, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("key_wrong", (await (await Ask(gateway, $"Bearer {made.Secret}")).Error()).Text("code"));
    }

    [Fact]
    public async Task Two_keys_of_one_name_are_one_caller()
    {
        var (old, replacement, other) = (await Keys.Add("alice", CancellationToken.None), await Keys.Add("alice", CancellationToken.None), await Keys.Add("bob", CancellationToken.None));
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], map: WhoAmI);

        var callers = new List<string>();
        foreach (var key in new[] { old, replacement, other }) callers.Add(await (await Ask(gateway, $"bearer {key.Secret}")).Content.ReadAsStringAsync());

        Assert.Equal(["alice/alice", "alice/alice", "bob/bob"], callers);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/docs/")]
    [InlineData("/docs/scalar.js")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_documentation_need_no_key(string path)
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"]);

        Assert.Equal(HttpStatusCode.OK, (await gateway.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Without_a_key_nobody_learns_what_addresses_there_are()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], map: WhoAmI);

        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.Client.GetAsync("/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.Client.DeleteAsync("/who")).StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_slowed_down_and_good_keys_go_on()
    {
        var made = await Keys.Add("alice", CancellationToken.None);
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys", "--Reelsmith:RateLimits:WrongKeysPerMinute=2"], map: WhoAmI);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add((await Ask(gateway, $"Bearer {KeySecret.New()}")).StatusCode);
        // Long enough for a fraction of a guess to have come back.
        await Task.Delay(TimeSpan.FromMilliseconds(250));
        var refused = await Ask(gateway, null);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(("wrong_keys", true), ((await refused.Error()).Text("code"), refused.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await Ask(gateway, $"Bearer {made.Secret}")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.0/8", "203.0.113.7", "203.0.113.8", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.0/8", "198.51.100.1, 203.0.113.7", "198.51.100.2, 203.0.113.7", HttpStatusCode.TooManyRequests)] // what the client wrote itself
    [InlineData("192.0.2.0/24", "203.0.113.7", "203.0.113.8", HttpStatusCode.TooManyRequests)]
    public async Task Behind_a_load_balancer_that_is_trusted_each_client_guesses_for_itself(string proxies, string one, string other, HttpStatusCode expected)
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys", "--Reelsmith:RateLimits:WrongKeysPerMinute=2", $"--Reelsmith:Proxies:Networks:0={proxies}"], map: WhoAmI);

        for (var i = 0; i < 3; i++) await Guess(gateway, one);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Guess(gateway, one)).StatusCode);
        Assert.Equal(expected, (await Guess(gateway, other)).StatusCode);
    }

    [Fact]
    public async Task Each_caller_has_submissions_of_their_own()
    {
        var (alice, bob) = (await Keys.Add("alice", CancellationToken.None), await Keys.Add("bob", CancellationToken.None));
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys", "--Reelsmith:RateLimits:SubmissionsAtOnce=2", "--Reelsmith:RateLimits:SubmissionsPerMinute=1"], map: WhoAmI);

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await Ask(gateway, $"Bearer {alice.Secret}", "/submit")).StatusCode);
        var refused = await Ask(gateway, $"Bearer {alice.Secret}", "/submit");

        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal("submissions_too_fast", (await refused.Error()).Text("code"));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await Ask(gateway, $"Bearer {alice.Secret}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(gateway, $"Bearer {bob.Secret}", "/submit")).StatusCode);
    }

    private static void WhoAmI(WebApplication app)
    {
        app.MapGet("/who", (HttpContext context) => $"{context.Caller().Id}/{context.Caller().Name}");
        app.MapGet("/submit", () => "accepted").RequireRateLimiting(RateLimits.Submissions);
    }

    private static Task<HttpResponseMessage> Guess(GatewayHttp gateway, string forwardedFor)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {KeySecret.New()}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        return gateway.Client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Ask(GatewayHttp gateway, string? authorization, string path = "/who")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Client.SendAsync(request);
    }
}
