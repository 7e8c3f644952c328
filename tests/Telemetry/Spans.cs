using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Telemetry.Tests;

/// <summary>The spans that this process ends, as an exporter gets them.</summary>
internal sealed class Spans
{
    private readonly ConcurrentQueue<Activity> _ended = new();

    public IReadOnlyList<Activity> All => [.. _ended];

    /// <summary>Has a host export here.</summary>
    public void Listen(IServiceCollection services, double sampling = 1) =>
        services.AddOpenTelemetry().WithTracing(traces => traces.AddReelsmithSources(sampling).AddProcessor(new SimpleActivityExportProcessor(new Exporter(_ended))));

    /// <summary>The spans of the trace in which a job was submitted. Complete once the server has stopped.</summary>
    public IReadOnlyList<Activity> OfJob(string id)
    {
        var job = Guid.Parse(id["video_".Length..], CultureInfo.InvariantCulture).ToString();
        var submit = Assert.Single(All, span => span.Kind == ActivityKind.Server && Equals(span.GetTagItem(TelemetryNames.JobId), job));
        return [.. All.Where(span => span.TraceId == submit.TraceId)];
    }

    /// <summary>Every span but the first has its parent among them.</summary>
    public static void AreATree(IReadOnlyList<Activity> spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet();
        var roots = spans.Where(span => !known.Contains(span.ParentSpanId)).ToArray();
        Assert.True(roots is [{ Kind: ActivityKind.Server, ParentId: null }], string.Join('\n', roots.Select(root => $"{root.DisplayName} {root.Kind} below {root.ParentId}")));
    }

    private sealed class Exporter(ConcurrentQueue<Activity> ended) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch) ended.Enqueue(span);
            return ExportResult.Success;
        }
    }
}
