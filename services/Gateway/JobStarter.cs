using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway;

/// <summary>Starts waiting jobs when their turn has come.</summary>
internal sealed class JobStarter : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private readonly Admission _admission;
    private readonly JobLog _jobs;
    private readonly TimeProvider _time;
    private readonly ILogger<JobStarter> _log;
    private readonly OutboxSignal _moved = new();

    public JobStarter(Admission admission, JobLog jobs, TimeProvider time, ILogger<JobStarter> log)
    {
        (_admission, _jobs, _time, _log) = (admission, jobs, time, log);
        admission.Moved += _moved.Raise;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var starting = new List<Task>();
            while (_admission.Next() is { } jobId) starting.Add(Start(jobId, stoppingToken));
            await Task.WhenAll(starting);
            await _moved.Wait(Timeout.InfiniteTimeSpan, _time, stoppingToken);
        }
    }

    private async Task Start(Guid jobId, CancellationToken cancellationToken)
    {
        try
        {
            var job = await _jobs.Append(jobId, job => job.Status == JobStatus.Queued ? new JobStarted(jobId) { Revision = job.Revision } : null, cancellationToken);
            if (job is not { Status: JobStatus.Running }) _admission.Leave(jobId); // deleted or cancelled meanwhile
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _log.LogError(e, "Job {JobId} could not be started", jobId);
            _ = WaitAgain(jobId, cancellationToken);
        }
    }

    private async Task WaitAgain(Guid jobId, CancellationToken cancellationToken)
    {
        await Task.Delay(AfterTrouble, _time, cancellationToken);
        _admission.Leave(jobId);
        if ((await _jobs.Read(jobId, cancellationToken)).Job is { Status: JobStatus.Queued } job) _admission.Wait(jobId, job.Submitted.Owner);
    }
}
