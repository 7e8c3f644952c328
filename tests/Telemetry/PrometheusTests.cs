using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Reelsmith.Contracts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Telemetry.Tests;

public sealed class PrometheusTests : IDisposable
{
    private const string On = "--Reelsmith:Telemetry:Prometheus=true";

    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task After_a_job_the_promised_series_are_there()
    {
        using var instruments = new Instruments();
        await using var server = await TestServer.AllInOne(_data, settings: [On, "--Reelsmith:Telemetry:CpuSecondPrice=2", "--Reelsmith:Telemetry:EnginePrices:fake=0.5"]);
        Assert.Equal("completed", (await server.Make("Volcanoes")).Status);

        var scrape = await server.Client.GetStringAsync("/metrics");
        if (Environment.GetEnvironmentVariable("REELSMITH_SCRAPE") is { } file) await File.WriteAllTextAsync(file, scrape);

        var there = PrometheusNames.SeriesIn(scrape);
        var named = instruments.All.SelectMany(PrometheusNames.SeriesOf).ToHashSet();
        Assert.Empty(there.Where(series => series.StartsWith("reelsmith_", StringComparison.Ordinal)).Except(named));
        // Without a broker there are no queues to count, and nothing was told to anybody.
        Assert.Equal(["reelsmith_queue_commands", "reelsmith_queue_workers", "reelsmith_webhook_deliveries_total"], named.Except(there).Order(StringComparer.Ordinal));
        Assert.Equal(1, Value(scrape, "reelsmith_jobs_ended_total", "reelsmith_outcome=\"completed\""));
        Assert.Equal(3, Value(scrape, "reelsmith_stage_duration_seconds_count", "reelsmith_stage=\"video\""));
        Assert.Equal(0, Value(scrape, "reelsmith_stage_active", "reelsmith_stage=\"video\""));
        Assert.Equal(0.006, Value(scrape, "reelsmith_stage_cpu_time_seconds_total", "reelsmith_stage=\"video\""), 6);
        Assert.Equal((2 * 0.006) + (3 * 0.5), Value(scrape, "reelsmith_cost_total", "reelsmith_stage=\"video\""), 6);
        Assert.True(Value(scrape, "reelsmith_video_duration_seconds_total", "") > 0);
        Assert.Contains("http_server_request_duration_seconds_count", there);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", there);
    }

    [Fact]
    public async Task What_was_found_stored_is_told_apart_and_a_failure_by_its_code()
    {
        var stages = new FakeStages { Before = (command, _) => command is WriteScript { Request.Prompt: "Bad" } ? throw ReelsmithException.InvalidInput("refused", "It is refused.", "Change it.") : Task.CompletedTask };
        await using var server = await TestServer.AllInOne(_data, stages, settings: On);
        await server.Make("One");
        await server.Make("Another");
        Assert.Equal("failed", (await server.Make("Bad")).Status);

        var scrape = await server.Client.GetStringAsync("/metrics");

        Assert.Equal(3, Value(scrape, "reelsmith_stage_duration_seconds_count", "reelsmith_cached=\"true\",reelsmith_stage=\"speech\""));
        Assert.Equal(1, Value(scrape, "reelsmith_stage_duration_seconds_count", "error_type=\"refused\""));
        Assert.Equal(1, Value(scrape, "reelsmith_jobs_ended_total", "error_type=\"refused\""));
        Assert.Equal(1, Value(scrape, "reelsmith_stage_effort_count", "reelsmith_stage=\"video\"")); // what was found says nothing
    }

    [Fact]
    public async Task Nothing_is_served_unless_it_is_asked_for()
    {
        await using var server = await TestServer.AllInOne(_data);
        using var answer = await server.Client.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Where_keys_are_asked_for_metrics_need_one()
    {
        await using var server = await TestServer.AllInOne(_data, settings: [On, "--Reelsmith:RequireKeys=true"]);
        using var answer = await server.Client.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_misspelt_setting_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ReelsmithException>(() => TestServer.AllInOne(_data, settings: "--Reelsmith:Telemetry:Prometeus=true"));

        Assert.Contains("Did you mean Reelsmith:Telemetry:Prometheus?", refused.Failure.Hint, StringComparison.Ordinal);
    }

    /// <summary>The sum of a series over all that have these labels.</summary>
    private static double Value(string scrape, string series, string labels) =>
        scrape.Split('\n').Where(line => line.StartsWith($"{series}{{", StringComparison.Ordinal) && labels.Split(',').All(label => line.Contains(label, StringComparison.Ordinal)))
            .Sum(line => double.Parse(Regex.Match(line, @"\} (\S+)").Groups[1].Value, CultureInfo.InvariantCulture));
}
