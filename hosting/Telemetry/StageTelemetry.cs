using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>What a process that works at stages tells of each piece of work.</summary>
public sealed class StageTelemetry
{
    private readonly TelemetrySettings _settings;
    private readonly Histogram<double> _waited;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _active;
    private readonly Counter<double> _cpu;
    private readonly Counter<double> _cost;

    public StageTelemetry(IMeterFactory meters, TelemetrySettings settings)
    {
        _settings = settings;
        var meter = meters.Create(TelemetryNames.Reelsmith);
        _waited = meter.CreateHistogram("reelsmith.queue.wait", "s", "How long commands waited for a worker.", null, Boundaries.Seconds);
        _duration = meter.CreateHistogram("reelsmith.stage.duration", "s", "How long pieces of work took.", null, Boundaries.Seconds);
        _active = meter.CreateUpDownCounter<long>("reelsmith.stage.active", "{command}", "Pieces of work that this process is at.");
        _cpu = meter.CreateCounter<double>("reelsmith.stage.cpu.time", "s", "Processor time of the work and of the programs that it ran.");
        _cost = meter.CreateCounter<double>("reelsmith.cost", null, "What the work cost at the configured prices.");
    }

    /// <param name="waited">How long the command was on its way.</param>
    public Activity? Begin(Guid jobId, string stage, int? scene, string engine, double waited)
    {
        if (_waited.Enabled) _waited.Record(waited, Of(stage));
        if (_active.Enabled) _active.Add(1, Of(stage));
        if (!Traces.Source.HasListeners() || Traces.Source.StartActivity($"stage {stage}") is not { } span) return null;
        span.SetTag(TelemetryNames.JobId, jobId.ToString()).SetTag(TelemetryNames.Stage, stage).SetTag(TelemetryNames.Engine, engine);
        if (scene is { } number) span.SetTag(TelemetryNames.Scene, number);
        return span;
    }

    public void Made(Activity? span, string stage, string engine, StageCost cost)
    {
        span?.SetTag(TelemetryNames.Cached, cost.Cached);
        if (_duration.Enabled) _duration.Record(cost.WallSeconds, Of(stage), new(TelemetryNames.Cached, cost.Cached));
        if (!cost.Cached) Spend(stage, engine, cost.CpuSeconds);
    }

    public void Failed(Activity? span, string stage, string engine, Failure failure, TimeSpan took, double cpuSeconds)
    {
        span.Fail(failure.Code, failure.Message);
        if (_duration.Enabled) _duration.Record(took.TotalSeconds, Of(stage), new(TelemetryNames.Cached, false), new(TelemetryNames.ErrorType, failure.Code));
        Spend(stage, engine, cpuSeconds);
    }

    public void End(string stage)
    {
        if (_active.Enabled) _active.Add(-1, Of(stage));
    }

    private void Spend(string stage, string engine, double cpuSeconds)
    {
        if (_cpu.Enabled) _cpu.Add(cpuSeconds, Of(stage));
        if (_cost.Enabled) _cost.Add((cpuSeconds * _settings.CpuSecondPrice) + PriceOf(engine), Of(stage));
    }

    private double PriceOf(string engine) => _settings.EnginePrices.Where(price => engine.StartsWith(price.Key, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(price => price.Key.Length).Select(price => price.Value).FirstOrDefault();

    private static KeyValuePair<string, object?> Of(string stage) => new(TelemetryNames.Stage, stage);
}
