using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway;

/// <summary>Takes up what earlier processes left unfinished, once the bus is ready, and what got stuck or was left since, now and then.</summary>
internal sealed class UnfinishedJobs(JobCoordinator jobs, ProgressBoards boards, TimeProvider time, ILogger<UnfinishedJobs> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public Task StartedAsync(CancellationToken cancellationToken) => jobs.ResumeAll(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var jobId in boards.Faulted()) await jobs.Resume(jobId, stoppingToken);
                await jobs.ResumeAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Unfinished jobs could not be taken up");
            }
        }
    }
}
