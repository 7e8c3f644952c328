using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Consumers;

/// <summary>What other gateways have written to jobs that are watched, or were written to, here.</summary>
internal sealed class JobsChangedConsumer(JobLog jobs, ProgressBoards boards) : IConsumer<JobsChanged>
{
    public async Task Consume(ConsumeContext<JobsChanged> context)
    {
        foreach (var (jobId, version) in context.Message.Jobs)
        {
            jobs.Forget(jobId, version);
            if (boards.Find(jobId) is { } board && board.Job.Version < version) await jobs.Refresh(board, context.CancellationToken);
        }
    }
}
