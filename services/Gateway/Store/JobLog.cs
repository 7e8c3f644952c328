using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Timing;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway.Store;

/// <summary>Appends events to jobs. One transaction holds the event, the read model and the commands that the event calls for.</summary>
internal sealed class JobLog(GatewayStore store, ArtifactStore artifacts, OutboxSignal outbox, ProgressBoards boards, OwnedJobs owned, RunningJobs running,
    TimeProvider time, ILogger<JobLog> log)
{
    private const int Attempts = 10;
    private readonly ConcurrentDictionary<Guid, OpenJob> _open = new();

    /// <summary>Starts a job with its first event. The caller owns it.</summary>
    public async Task<Job> Start(JobSubmitted submitted, string requestHash, CancellationToken cancellationToken)
    {
        var job = Job.From(submitted);
        await using var db = await store.Open();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        db.Jobs.Add(new JobRow { Id = job.Id, RequestHash = requestHash, Status = job.Status, CreatedUnixMilliseconds = now, UpdatedUnixMilliseconds = now });
        db.Events.Add(RowOf(job, new JobLogEntry(submitted, time.GetUtcNow())));
        foreach (var command in job.Outstanding()) db.Outbox.Add(Message.ToRow(job.Id, command));
        boards.Open(job);
        await db.SaveChangesAsync(cancellationToken);
        _open[job.Id] = new OpenJob { Folded = job };
        outbox.Raise();
        return job;
    }

    /// <summary>Puts everything outstanding into the outbox again: whatever was in flight when a process died is lost.</summary>
    public async Task<Job?> Resume(Guid jobId, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Load(db, jobId, null, cancellationToken) is not { } job) return null;
        var commands = job.Outstanding();
        await StoreStoryboardOf(job, commands, cancellationToken);
        await db.Outbox.Where(row => row.JobId == jobId).ExecuteDeleteAsync(cancellationToken);
        foreach (var command in commands) db.Outbox.Add(Message.ToRow(jobId, command));
        boards.Open(job);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _open[jobId] = new OpenJob { Folded = job };
        outbox.Raise();
        return job;
    }

    /// <summary>Appends what happened. An event that says nothing new, or of a job that ended or is not known, changes nothing.</summary>
    public async Task Append(JobEvent happened, CancellationToken cancellationToken)
    {
        var storyboard = happened is ScriptWritten script ? await artifacts.ReadJson<Storyboard>(script.Storyboard, cancellationToken) : null;
        var open = _open.GetOrAdd(happened.JobId, _ => new OpenJob());
        await open.Gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await TryAppend(open, happened, storyboard, cancellationToken);
                    break;
                }
                catch (DbUpdateException e) when (StoreFailures.IsConflict(e) && attempt < Attempts)
                {
                    log.LogInformation("Job {JobId} was changed by another process; {Event} is tried again", happened.JobId, happened.GetType().Name);
                }
            }
        }
        finally
        {
            open.Gate.Release();
        }
    }

    private async Task TryAppend(OpenJob open, JobEvent happened, Storyboard? storyboard, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Load(db, happened.JobId, open.Folded, cancellationToken) is not { } before) return;
        open.Folded = before;
        var entry = new JobLogEntry(happened, time.GetUtcNow(), storyboard);
        var after = before.Apply(entry);
        if (ReferenceEquals(before, after))
        {
            boards.Update(before);
            return;
        }

        var known = before.Outstanding().Select(OutstandingCommands.Identity).ToHashSet();
        var commands = after.Outstanding().Where(command => !known.Contains(OutstandingCommands.Identity(command))).ToArray();
        await StoreStoryboardOf(after, commands, cancellationToken);
        if (after.Status != JobStatus.Running) await db.Outbox.Where(row => row.JobId == after.Id).ExecuteDeleteAsync(cancellationToken);
        // Workers stop for a job that failed as they do for one that was given up.
        if (after.Status is JobStatus.Failed or JobStatus.Cancelled) db.Outbox.Add(Message.ToRow(after.Id, new WorkWithdrawn(after.Id, after.Revision)));
        foreach (var command in commands) db.Outbox.Add(Message.ToRow(after.Id, command));
        db.Events.Add(RowOf(after, entry));
        await db.SaveChangesAsync(cancellationToken);
        var (id, status, progress, title, now) = (after.Id, after.Status, ProgressEstimate.Fraction(after), after.Storyboard?.Title, time.GetUtcNow().ToUnixTimeMilliseconds());
        await db.Jobs.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(j => j.Status, status).SetProperty(j => j.Progress, progress)
            .SetProperty(j => j.Title, title).SetProperty(j => j.UpdatedUnixMilliseconds, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        open.Folded = after;
        boards.Update(after);
        log.LogInformation("Job {JobId} version {Version}: {Event}, {Commands} new commands", after.Id, after.Version, happened.GetType().Name, commands.Length);
        outbox.Raise();
        if (after.Status == JobStatus.Running) return;
        _open.TryRemove(after.Id, out _);
        if (after.Status == JobStatus.Completed) owned.Release(after.Id);
        else running.Withdraw(after.Id, after.Revision);
    }

    private async Task StoreStoryboardOf(Job job, IEnumerable<object> commands, CancellationToken cancellationToken)
    {
        if (commands.OfType<ComposeVideo>().Any()) await artifacts.AddBytes(TimedStoryboard.Of(job).Json, "json", cancellationToken);
    }

    // Only what the log has beyond what was folded already is read.
    private static async Task<Job?> Load(GatewayDb db, Guid jobId, Job? folded, CancellationToken cancellationToken)
    {
        var version = folded?.Version ?? 0;
        var job = folded;
        await foreach (var row in db.Events.AsNoTracking().Where(e => e.JobId == jobId && e.Version > version).OrderBy(e => e.Version).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var entry = JsonSerializer.Deserialize<JobLogEntry>(row.Entry, ContractsJson.Compact)!;
            job = job is null ? Job.From((JobSubmitted)entry.Event) : job.Apply(entry);
        }
        return job;
    }

    private static JobEventRow RowOf(Job job, JobLogEntry entry) =>
        new() { JobId = job.Id, Version = job.Version, Entry = JsonSerializer.Serialize(entry, ContractsJson.Compact) };

    private sealed class OpenJob
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Job? Folded { get; set; }
    }
}
