using System.Text.RegularExpressions;
using Reelsmith.Telemetry.Tests;
using Reelsmith.Tests.FakeStages;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Telemetry;

/// <summary>A gateway and workers apart, on RabbitMQ and PostgreSQL.</summary>
public sealed partial class TraceAcrossTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly Spans _spans = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_job_is_one_trace_across_the_broker_and_every_process_serves_its_metrics()
    {
        await using var broker = await RabbitMqServer.Start(CancellationToken.None);
        await using var database = await PostgresServer.Start(CancellationToken.None);
        var url = $"--Reelsmith:Broker:Url={broker.Url}";
        const string metrics = "--Reelsmith:Telemetry:Prometheus=true";
        string id;
        // Artifacts are in one folder, as on a disk that all of them share.
        await using (var gateway = await TestServer.Gateway(_data.Folder, services => _spans.Listen(services), url, $"--Reelsmith:Database:Connection={database.ConnectionString}", metrics))
        await using (var worker = await TestServer.Worker(_data.Folder, new FakeStages(), url, metrics))
        {
            (id, var status) = await gateway.Make("Volcanoes");
            Assert.Equal("completed", status);

            var ofWorker = PrometheusNames.SeriesIn(await worker.Client.GetStringAsync("/metrics"));
            Assert.Contains("reelsmith_stage_duration_seconds_count", ofWorker);
            Assert.Contains("reelsmith_queue_wait_seconds_bucket", ofWorker);
            Assert.Contains("live", await worker.Client.GetStringAsync("/health/live"), StringComparison.Ordinal);
            string scrape;
            do
            {
                scrape = await gateway.Client.GetStringAsync("/metrics");
            }
            while (!WorkersOfVideo().IsMatch(scrape)); // seen at the next look at the broker
            Assert.Matches("reelsmith_queue_commands\\{[^}]*reelsmith_stage=\"video\"[^}]*\\} 0", scrape);
        }

        var trace = _spans.OfJob(id);
        Spans.AreATree(trace);
        Assert.Equal(8, trace.Count(span => span.DisplayName.StartsWith("stage ", StringComparison.Ordinal)));
        Assert.Contains(trace, span => span.DisplayName == "video send" && Equals(span.GetTagItem("messaging.system"), "rabbitmq"));
    }

    [GeneratedRegex("reelsmith_queue_workers\\{[^}]*reelsmith_stage=\"video\"[^}]*\\} 1")]
    private static partial Regex WorkersOfVideo();
}
