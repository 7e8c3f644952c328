using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Consumers;

/// <summary>Takes what the stages have done into the jobs' logs.</summary>
internal sealed class JobEventConsumer(PatientLog log, JobLog jobs)
    : IConsumer<ScriptWritten>, IConsumer<SceneNarrated>, IConsumer<SceneRendered>, IConsumer<VideoComposed>, IConsumer<StageFailed>, IConsumer<WorkGoesOn>
{
    public Task Consume(ConsumeContext<ScriptWritten> context) => log.Append(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<SceneNarrated> context) => log.Append(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<SceneRendered> context) => log.Append(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<VideoComposed> context) => log.Append(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<StageFailed> context) => log.Append(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<WorkGoesOn> context) => jobs.Heard(context.Message.JobId);
}
