using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Gateway.Tests.Http;

public sealed class HealthTests : IDisposable
{
    private static readonly EngineReport Ready = new("speech", "festival", true, "1", "", null);
    private static readonly EngineReport Missing = new("speech", "espeak-ng", false, null, "", "apt install espeak-ng");
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Engines _engines = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_server_that_can_work_is_live_and_ready()
    {
        await using var gateway = await Start();

        Assert.Equal("""{"status":"live"}""", await gateway.Client.GetStringAsync("/health/live"));
        var (status, answer) = await AskReady(gateway);
        Assert.Equal((HttpStatusCode.OK, "ready", JsonValueKind.Null), (status, answer.Text("status"), answer.GetProperty("error").ValueKind));
        Assert.Equal(["disk", "engines", "masstransit-bus", "store"], answer.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order());
        Assert.All(answer.GetProperty("checks").EnumerateObject(), check => Assert.Equal("ok", check.Value.Text("status")));
    }

    [Fact]
    public async Task A_stage_without_an_engine_makes_the_server_unready_and_one_with_another_does_not()
    {
        await using var gateway = await Start();
        _engines.Reports = [Ready, Missing];
        Assert.Equal((HttpStatusCode.OK, "degraded"), await Check(gateway, "engines"));

        _engines.Reports = [Missing];
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await Check(gateway, "engines"));
        var (_, answer) = await AskReady(gateway);
        Assert.Equal("unready", answer.Text("status"));
        Assert.Contains("espeak-ng", answer.GetProperty("error").Text("message"), StringComparison.Ordinal);
        Assert.Equal("unready", answer.GetProperty("error").Text("code"));
        Assert.Equal(HttpStatusCode.OK, (await gateway.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Asking_often_starts_no_programs_often()
    {
        await using var gateway = await Start();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskReady(gateway)));
        _time.Advance(TimeSpan.FromSeconds(30));
        await AskReady(gateway);

        Assert.Equal(1, _engines.Asked);
    }

    [Fact]
    public async Task Too_little_disk_makes_it_unready()
    {
        await using var gateway = await Start("--Reelsmith:Health:FreeDiskMegabytes=1000000000");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await Check(gateway, "disk"));
    }

    [Fact]
    public async Task A_job_store_that_somebody_holds_makes_it_unready()
    {
        await using var gateway = await Start();
        await using var other = new SqliteConnection($"Data Source={_data.Folder.Database}");
        await other.OpenAsync();
        await using (await other.BeginTransactionAsync())
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), await Check(gateway, "store"));
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.OK, "ok"), await Check(gateway, "store"));
    }

    private Task<GatewayHttp> Start(params string[] settings) =>
        GatewayHttp.Start(_data, settings, services: s => s.AddSingleton<TimeProvider>(_time).AddSingleton<IEngineCheck>(_engines));

    private static async Task<(HttpStatusCode, JsonElement)> AskReady(GatewayHttp gateway)
    {
        var answer = await gateway.Client.GetAsync("/health/ready");
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task<(HttpStatusCode, string?)> Check(GatewayHttp gateway, string check)
    {
        var (status, answer) = await AskReady(gateway);
        return (status, answer.GetProperty("checks").GetProperty(check).Text("status"));
    }

    private sealed class Engines : IEngineCheck
    {
        private int _asked;

        public IReadOnlyList<EngineReport> Reports { get; set; } = [Ready];

        public int Asked => _asked;

        public Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(Reports);
        }
    }
}
