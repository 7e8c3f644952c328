using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway;

/// <summary>Jobs from the outside: submit one, watch it, change it, give it up, take up what a dead process left.</summary>
public sealed class JobCoordinator : IDisposable
{
    /// <summary>Code of the failure of an edit that came after another.</summary>
    public const string StoryboardChanged = "storyboard_changed";

    private static readonly TimeSpan PollOfOthersJobs = TimeSpan.FromSeconds(1);

    private readonly GatewayStore _store;
    private readonly CommitQueue _commits;
    private readonly JobLog _log;
    private readonly ProgressBoards _boards;
    private readonly Admission _admission;
    private readonly IArtifactStore _artifacts;
    private readonly RunningJobs _running;
    private readonly GatewayInstance _instance;
    private readonly WaitingLine _line;
    private readonly JobLimits _limits;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _submitting = new(1, 1);

    internal JobCoordinator(GatewayStore store, CommitQueue commits, JobLog log, ProgressBoards boards, Admission admission, IArtifactStore artifacts, RunningJobs running,
        GatewayInstance instance, WaitingLine line, JobLimits limits, TimeProvider time)
    {
        (_store, _commits, _log, _boards, _admission) = (store, commits, log, boards, admission);
        (_artifacts, _running, _instance, _line, _limits, _time) = (artifacts, running, instance, line, limits, time);
    }

    /// <summary>Takes a job in. The same submission sent again is the same job; an accepted job outlives this process.</summary>
    /// <exception cref="ReelsmithException">The request cannot be, too many jobs wait, or the data folder cannot be written.</exception>
    public Task<Submission> Submit(NewJob wanted, CancellationToken cancellationToken)
    {
        VideoRequestRules.Check(wanted.Request);
        return _store.Guarded(async () =>
        {
            var hash = HashOf(new { wanted.Request, wanted.Model, wanted.RemixOf, wanted.Webhook });
            var submitting = new Submitting(wanted.Owner, wanted.IdempotencyKey, hash, _time.GetUtcNow(), _limits);
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await Start(wanted, HashOf(wanted.Request), submitting);
            }
            catch (ReelsmithException e) when (e.Failure.Kind == FailureKind.Busy)
            {
                // Whoever only asks again for what was let in before is not turned away.
                await using var db = await _store.Open();
                if (await submitting.Earlier(db) is { } earlier) return new Submission(earlier, true);
                throw;
            }
        });
    }

    /// <summary>Starts a film of the person at this machine, or goes on with the unfinished job of the same request unless another process is at it.</summary>
    /// <inheritdoc cref="Submit(NewJob, CancellationToken)"/>
    public Task<Submission> Submit(VideoRequest request, CancellationToken cancellationToken)
    {
        VideoRequestRules.Check(request);
        return _store.Guarded(async () =>
        {
            await _submitting.WaitAsync(cancellationToken);
            try
            {
                var hash = HashOf(request);
                foreach (var unfinished in await Unfinished(hash, cancellationToken))
                {
                    if (await Resume(unfinished, cancellationToken)) return new Submission(unfinished, true);
                }
                return await Start(new NewJob("", request), hash, null);
            }
            finally
            {
                _submitting.Release();
            }
        });
    }

    public void Dispose() => _submitting.Dispose();

    /// <summary>Goes on with a job. False when it is not there, has ended, or another process is at it.</summary>
    public async Task<bool> Resume(Guid jobId, CancellationToken cancellationToken)
    {
        if (_log.Find(jobId) is not null && _boards.Find(jobId) is { Fault: null }) return true;
        return await _log.TakeUp(jobId, cancellationToken) is { HasEnded: false };
    }

    /// <summary>Goes on with every unfinished job that no living process is at.</summary>
    public async Task ResumeAll(CancellationToken cancellationToken)
    {
        if (_instance.IsShared) return; // whatever was on its way is with the broker
        foreach (var jobId in await Unfinished(null, cancellationToken)) await Resume(jobId, cancellationToken);
        await _log.ForgetWithdrawals(cancellationToken);
    }

    /// <summary>Gives a job up: its log says so, and its work stops at once. What its stages have stored stays.</summary>
    /// <returns>False when it had ended, or is not there.</returns>
    public async Task<bool> Cancel(Guid jobId, CancellationToken cancellationToken)
    {
        var cancelled = false;
        await _store.Guarded(() => _log.Append(jobId, job =>
        {
            cancelled = !job.HasEnded;
            return cancelled ? new JobCancelled(jobId) { Revision = job.Revision } : null;
        }, cancellationToken));
        return cancelled;
    }

    /// <summary>Goes on with a failed or cancelled job from what is done.</summary>
    /// <exception cref="ReelsmithException">It has not failed.</exception>
    public Task Retry(Guid jobId, CancellationToken cancellationToken) => _store.Guarded(() => _log.Append(jobId, job => job.Status is JobStatus.Failed or JobStatus.Cancelled
        ? new JobRetried(jobId) { Revision = job.Revision + 1 }
        : throw ReelsmithException.Conflict("video_not_failed", "The video has neither failed nor been cancelled.", "Only then can it be tried again."), cancellationToken));

    /// <summary>Makes the film of an edited storyboard: only what changed is made anew.</summary>
    /// <param name="revision">The revision that was edited; null: whatever it is.</param>
    /// <exception cref="ReelsmithException">There is no storyboard to edit yet, or it is of another revision.</exception>
    public Task Edit(Guid jobId, Storyboard storyboard, int? revision, CancellationToken cancellationToken) => _store.Guarded(async () =>
    {
        var edited = await _artifacts.AddJson(storyboard, cancellationToken);
        return await _log.Append(jobId, job => revision is not null && job.Revision != revision
            ? throw ReelsmithException.Conflict(StoryboardChanged, "The storyboard was changed by somebody else.", "Read it again, then edit that.")
            : job.Storyboard is not null || job.Edited is not null ? new StoryboardEdited(jobId, edited) { Revision = job.Revision + 1 }
            : throw ReelsmithException.Conflict("storyboard_not_ready", "The storyboard is not written yet.", "Edit it when the video's storyboard_ready is true."), cancellationToken);
    });

    /// <summary>Removes a job, cancelling it first when it has not ended. Its files go when nothing else refers to them.</summary>
    public async Task Delete(Guid jobId, CancellationToken cancellationToken)
    {
        await Cancel(jobId, cancellationToken);
        await _store.Guarded(() => _commits.Commit(async db =>
        {
            await JobRemoval.Remove(db, [jobId]);
            return true;
        }));
        _boards.Close(jobId);
    }

    /// <summary>Stops a job's work in this process without a word in its log, as the end of the process would; it can be taken up by another.</summary>
    public void Abandon(Guid jobId) => _running.Withdraw(jobId, int.MaxValue);

    /// <summary>The job as it is, then again at every change, until it has ended or cannot be carried on here.</summary>
    public async IAsyncEnumerable<JobSnapshot> Watch(Guid jobId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in Changes(jobId, int.MaxValue, cancellationToken))
        {
            var fault = _boards.Find(jobId)?.Fault;
            yield return fault is null ? change.Snapshot : change.Snapshot with { Status = JobStatus.Failed, Failure = fault };
            if (fault is not null) yield break;
        }
    }

    /// <inheritdoc cref="Changes(Guid, int, TimeSpan, CancellationToken)"/>
    public IAsyncEnumerable<JobChange> Changes(Guid jobId, int afterVersion, CancellationToken cancellationToken) => Changes(jobId, afterVersion, TimeSpan.Zero, cancellationToken);

    /// <summary>What happened to a job after a version, then what happens, until it has ended. Progress between events is merged.</summary>
    /// <param name="betweenProgress">How long after progress no further progress is told; what happens is told at once.</param>
    /// <exception cref="ReelsmithException">There is no such job.</exception>
    public async IAsyncEnumerable<JobChange> Changes(Guid jobId, int afterVersion, TimeSpan betweenProgress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var board = _boards.Find(jobId) ?? await Observe(jobId, cancellationToken);
        var changes = board.Watch();
        try
        {
            while (true)
            {
                await Next(changes.Reader, board, jobId, cancellationToken);
                var events = board.EventsAfter(Math.Min(afterVersion, board.Snapshot().Version), out var snapshot)
                    ?? [.. (await _log.Entries(jobId, afterVersion, cancellationToken)).Take(snapshot.Version - afterVersion).Select(entry => entry.Event)];
                var version = snapshot.Version - events.Count;
                foreach (var happened in events) yield return new JobChange(++version, happened, snapshot);
                if (events.Count == 0) yield return new JobChange(snapshot.Version, null, snapshot);
                if (snapshot.Status is not (JobStatus.Queued or JobStatus.Running)) yield break;
                afterVersion = snapshot.Version;
                if (events.Count > 0 || betweenProgress == TimeSpan.Zero) continue;
                await Task.WhenAny(board.Happened(afterVersion), Task.Delay(betweenProgress, _time, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            board.Unwatch(changes);
            if (!board.IsWatched && _log.Find(jobId) is null && (_instance.IsShared || board.Status is JobStatus.Queued or JobStatus.Running)) _boards.Close(jobId);
        }
    }

    private async Task<Submission> Start(NewJob wanted, string requestHash, Submitting? submitting)
    {
        var now = _time.GetUtcNow();
        var jobId = Guid.CreateVersion7(now);
        var status = _admission.Admit(wanted.Owner);
        Submission? stored = null;
        try
        {
            var submitted = new JobSubmitted(jobId, wanted.Request, now, wanted.Owner, wanted.Model, wanted.RemixOf, wanted.Webhook);
            return stored = await _log.Start(submitted, requestHash, status == JobStatus.Running, submitting);
        }
        finally
        {
            _admission.Admitted(wanted.Owner, status, stored is { Resumed: false });
        }
    }

    // A job that waits, has ended, or is another process's has no board of its own.
    private async Task<ProgressBoard> Observe(Guid jobId, CancellationToken cancellationToken)
    {
        if (await _log.Read(jobId, cancellationToken) is not ({ } job, var carriedOnBy)) throw ReelsmithException.NotFound("video_not_found", "There is no such video.", "Check its id.");
        var board = _boards.Open(job, told: !_instance.IsShared && _log.IsOwn(carriedOnBy));
        if (job.Status == JobStatus.Queued) board.Move(await _line.PositionOf(jobId, cancellationToken));
        return board;
    }

    private async Task Next(System.Threading.Channels.ChannelReader<bool> changes, ProgressBoard board, Guid jobId, CancellationToken cancellationToken)
    {
        if (board.IsTold || changes.TryPeek(out _))
        {
            await changes.ReadAsync(cancellationToken);
            return;
        }
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changes.WaitToReadAsync(wait.Token).AsTask(), Task.Delay(PollOfOthersJobs, _time, wait.Token));
        await wait.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        changes.TryRead(out _);
        await _log.Refresh(board, cancellationToken);
    }

    private async Task<Guid[]> Unfinished(string? requestHash, CancellationToken cancellationToken)
    {
        await using var db = await _store.Open();
        var jobs = db.Jobs.AsNoTracking().Where(job => job.EndedUnixMilliseconds == null);
        if (requestHash is not null) jobs = jobs.Where(job => job.RequestHash == requestHash && job.Owner == "");
        var found = await jobs.Select(job => new { job.Id, job.Gateway, job.Status, job.CreatedUnixMilliseconds }).ToListAsync(cancellationToken);
        var free = found.Select(job => job.Gateway).Distinct().Where(_log.IsFree).ToHashSet();
        var abandoned = found.Where(job => free.Contains(job.Gateway) && (requestHash is not null || !_log.IsOwn(job.Gateway)));
        // What runs goes on first; what waits keeps its order. The person at this machine gets the job begun last.
        return [.. (requestHash is null ? abandoned.OrderBy(job => job.Status == JobStatus.Queued).ThenBy(job => job.CreatedUnixMilliseconds)
            : abandoned.OrderByDescending(job => job.CreatedUnixMilliseconds)).Select(job => job.Id)];
    }

    private static string HashOf(object request) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), ContractsJson.Compact)));
}
