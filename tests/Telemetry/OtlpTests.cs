using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Telemetry.Tests;

public sealed class OtlpTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("Reelsmith:Telemetry:OtlpEndpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Traces_metrics_and_logs_go_to_the_collector(string setting)
    {
        await using var collector = await Collector.Start();
        await using (var server = await TestServer.AllInOne(_data, settings:
            [$"--{setting}={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_SERVICE_NAME=films", "--Reelsmith:Telemetry:LogLevel=Information"]))
        {
            Assert.Equal("completed", (await server.Make("Volcanoes")).Status);
        }

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], collector.Received.Select(received => received.Path).Distinct().Order(StringComparer.Ordinal));
        Assert.All(collector.Received, received => Assert.Contains("films", received.Content, StringComparison.Ordinal));
        Assert.Contains(collector.Received, received => received.Path == "/v1/traces" && received.Content.Contains("stage composer", StringComparison.Ordinal));
        Assert.Contains(collector.Received, received => received.Path == "/v1/metrics" && received.Content.Contains("reelsmith.jobs.ended", StringComparison.Ordinal));
        Assert.Contains(collector.Received, received => received.Path == "/v1/logs" && received.Content.Contains("JobId", StringComparison.Ordinal) && received.Content.Contains("VideoComposed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_nothing_listens_and_nothing_is_stored_of_traces()
    {
        await using var server = await TestServer.AllInOne(_data);
        Assert.Equal("completed", (await server.Make("Volcanoes")).Status);

        Assert.Null(server.Services.GetService<TracerProvider>());
        Assert.Null(server.Services.GetService<MeterProvider>());
        Assert.False(Traces.Source.HasListeners());
        await using var db = await server.Services.GetRequiredService<Reelsmith.Gateway.Store.GatewayStore>().Open();
        Assert.DoesNotContain(db.Events.Select(row => row.Entry).ToArray(), entry => entry.Contains("traceParent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_nobody_listens_to_allocates_nothing_for_spans_and_figures()
    {
        await using var server = await TestServer.AllInOne(_data);
        var telemetry = server.Services.GetRequiredService<StageTelemetry>();
        var cost = new Reelsmith.Contracts.StageCost(false, 1, 1, 1);
        void Tell()
        {
            using var span = telemetry.Begin(Guid.Empty, "video", 0, "fake 1", 1);
            telemetry.Made(span, "video", "fake 1", cost);
            telemetry.End("video");
            using var commit = Traces.Beside("commit");
            using var sent = Traces.Continue("outbox send", null);
            commit.EndBeside();
        }
        Tell();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1_000; n++) Tell();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
