using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>All checks at once, at most once a second however many ask: anybody may.</summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _checking = new(1, 1);
    private (HealthReport Report, long At)? _last;

    public async Task<HealthReport> Check(CancellationToken cancellationToken)
    {
        await _checking.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Kept) return last.Report;
            var report = await checks.CheckHealthAsync(cancellationToken);
            _last = (report, time.GetTimestamp());
            return report;
        }
        finally
        {
            _checking.Release();
        }
    }

    public void Dispose() => _checking.Dispose();
}
