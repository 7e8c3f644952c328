using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Consumers;

/// <summary>Takes what the stages have done into the jobs' logs.</summary>
internal sealed class JobEventConsumer(JobLog jobs, ProgressBoards boards, DataFolder data)
    : IConsumer<ScriptWritten>, IConsumer<SceneNarrated>, IConsumer<SceneRendered>, IConsumer<VideoComposed>, IConsumer<StageFailed>
{
    public Task Consume(ConsumeContext<ScriptWritten> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<SceneNarrated> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<SceneRendered> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<VideoComposed> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<StageFailed> context) => Append(context, context.Message);

    private async Task Append(ConsumeContext context, JobEvent happened)
    {
        try
        {
            await jobs.Append(happened, context.CancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The log could not be written, so nothing will ever come of this event: whoever watches must learn of it now.
            boards.Fail(happened.JobId, StoreFailures.Of(e, data).Failure);
            throw;
        }
    }
}
