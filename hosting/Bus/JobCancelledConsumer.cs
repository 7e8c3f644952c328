using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Bus;

/// <summary>Stops this process's work for a cancelled job.</summary>
public sealed class JobCancelledConsumer(RunningJobs jobs) : IConsumer<JobCancelled>
{
    public Task Consume(ConsumeContext<JobCancelled> context)
    {
        jobs.Cancel(context.Message.JobId);
        return Task.CompletedTask;
    }
}
