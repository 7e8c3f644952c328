using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Hosting.Health;

/// <summary>Whether every stage has an engine. Asking the engines starts programs, so the answer is kept for a minute.</summary>
public sealed class EngineHealth(IEnumerable<IEngineCheck> engines, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private (IReadOnlyList<EngineReport> Reports, long At)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var stages = (await Reports(cancellationToken)).GroupBy(report => report.Stage).ToArray();
        if (stages.Length == 0) return HealthCheckResult.Healthy("No stage works in this process.");
        var missing = stages.SelectMany(stage => stage).Where(report => !report.Ready).Select(report => $"{report.Stage}: {report.Engine}").ToArray();
        if (missing.Length == 0) return HealthCheckResult.Healthy("Every engine is ready.");
        var said = $"Not ready: {string.Join(", ", missing)}. `reelsmith doctor` says what to do.";
        return stages.Any(stage => !stage.Any(report => report.Ready)) ? HealthCheckResult.Unhealthy(said) : HealthCheckResult.Degraded(said);
    }

    public void Dispose() => _asking.Dispose();

    private async Task<IReadOnlyList<EngineReport>> Reports(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Kept) return last.Reports;
            var reports = (await Task.WhenAll(engines.Select(engine => engine.Check(cancellationToken)))).SelectMany(report => report).ToArray();
            _last = (reports, time.GetTimestamp());
            return reports;
        }
        finally
        {
            _asking.Release();
        }
    }
}
