using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Consumers;

/// <summary>Takes what a message tells into a job's log, however long database and bucket are away.</summary>
internal sealed class PatientLog(JobLog jobs, ProgressBoards boards, GatewayStore store, GatewayInstance instance, TimeProvider time, ILogger<PatientLog> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task Append(JobEvent happened, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await jobs.Append(happened, cancellationToken);
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
                await Task.Delay(pause, time, cancellationToken);
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
