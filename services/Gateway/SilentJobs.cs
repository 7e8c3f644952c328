using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Load;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway;

/// <summary>Sends again what is outstanding of jobs of whose work nothing was heard for long: a worker died after it had let go of its delivery,
/// or a message was lost with a broker's disk. Where a command still waits at the broker, silence means that workers are too few, and nothing is done.</summary>
internal sealed class SilentJobs(GatewayStore store, JobLog jobs, GatewayInstance instance, LoadMonitor load, JobLimits limits, TimeProvider time, ILogger<SilentJobs> log) : BackgroundService
{
    private const int Together = 100;
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!instance.IsShared) return;
        using var timer = new PeriodicTimer(limits.Silence / 2 < LongestBetween ? limits.Silence / 2 : LongestBetween, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (load.NothingWaits) await SendAgain(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Silent jobs could not be looked for");
            }
        }
    }

    private async Task SendAgain(CancellationToken cancellationToken)
    {
        var heard = (time.GetUtcNow() - limits.Silence).ToUnixTimeMilliseconds();
        Guid[] silent;
        await using (var db = await store.Open())
        {
            silent = await db.Jobs.Where(row => row.Gateway == instance.Jobs && row.EndedUnixMilliseconds == null && row.Status == JobStatus.Running
                && (row.HeardUnixMilliseconds ?? row.StartedUnixMilliseconds) < heard).Select(row => row.Id).Take(Together).ToArrayAsync(cancellationToken);
        }
        foreach (var jobId in silent)
        {
            if (await jobs.SendAgain(jobId, cancellationToken)) log.LogWarning("Nothing was heard of job {JobId} for {Silence}: what is outstanding is sent again", jobId, limits.Silence);
        }
    }
}
