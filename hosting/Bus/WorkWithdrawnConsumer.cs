using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Bus;

/// <summary>Stops this process's work that is no longer wanted.</summary>
public sealed class WorkWithdrawnConsumer(RunningJobs jobs) : IConsumer<WorkWithdrawn>
{
    public Task Consume(ConsumeContext<WorkWithdrawn> context)
    {
        jobs.Withdraw(context.Message.JobId, context.Message.Revision);
        return Task.CompletedTask;
    }
}
