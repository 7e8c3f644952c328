using MassTransit;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Consumers;

/// <summary>Takes what the stages have done into the jobs' logs.</summary>
internal sealed class JobEventConsumer(JobLog jobs, ProgressBoards boards, GatewayStore store, GatewayInstance instance, TimeProvider time, ILogger<JobEventConsumer> log)
    : IConsumer<ScriptWritten>, IConsumer<SceneNarrated>, IConsumer<SceneRendered>, IConsumer<VideoComposed>, IConsumer<StageFailed>, IConsumer<WorkGoesOn>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public Task Consume(ConsumeContext<ScriptWritten> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<SceneNarrated> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<SceneRendered> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<VideoComposed> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<StageFailed> context) => Append(context, context.Message);

    public Task Consume(ConsumeContext<WorkGoesOn> context) => jobs.Heard(context.Message.JobId);

    private async Task Append(ConsumeContext context, JobEvent happened)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await jobs.Append(happened, context.CancellationToken);
                return;
            }
            catch (ReelsmithException e) when (instance.IsShared && e.Failure.Code == IArtifactStore.Missing)
            {
                // What the stage has made is gone: no waiting brings it back, but trying the job again does.
                happened = new StageFailed(happened.JobId, e.Failure) { Revision = happened.Revision };
            }
            catch (Exception e) when (instance.IsShared && store.FailureOf(e).Failure.Kind == FailureKind.Unavailable)
            {
                // The message stays with the broker until database and bucket are back.
                log.LogWarning("An event of job {JobId} waits: {Reason}", happened.JobId, store.FailureOf(e).Failure.Message);
                await Task.Delay(pause, time, context.CancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The log could not be written, so nothing will ever come of this event: whoever watches must learn of it now.
                boards.Fail(happened.JobId, store.FailureOf(e).Failure);
                throw;
            }
        }
    }
}
