using Microsoft.Extensions.Hosting;

namespace Reelsmith.Gateway;

/// <summary>Takes up what was unfinished when the last gateway ended, once the bus is ready.</summary>
internal sealed class UnfinishedJobs(JobCoordinator jobs) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken) => jobs.ResumeAll(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
