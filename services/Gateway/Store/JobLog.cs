using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Timing;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway.Store;

/// <summary>Appends events to jobs. One transaction holds the event, the read model and the commands that the event calls for.</summary>
internal sealed class JobLog(GatewayStore store, CommitQueue commits, GatewayInstance instance, IArtifactStore artifacts, OutboxSignal outbox, ProgressBoards boards,
    Admission admission, RunningJobs running, WebhookSignal webhooks, TimeProvider time, ILogger<JobLog> log)
{
    private const int Attempts = 10;
    private readonly ConcurrentDictionary<Guid, OpenJob> _open = new();

    /// <summary>Stores a new job of this process, unless the same submission is stored already.</summary>
    /// <param name="start">Whether its turn has come at once.</param>
    /// <returns>Its id, or the earlier job's.</returns>
    public async Task<Guid> Start(JobSubmitted submitted, string requestHash, bool start, Submitting? submitting)
    {
        instance.Announce();
        var job = Job.From(submitted);
        var entries = new List<JobEventRow> { RowOf(job, new JobLogEntry(submitted, submitted.At)) };
        if (start)
        {
            var started = new JobLogEntry(new JobStarted(job.Id), time.GetUtcNow());
            job = job.Apply(started);
            entries.Add(RowOf(job, started));
        }
        var commands = job.Outstanding();
        var stored = await commits.Commit(async db =>
        {
            if (submitting is not null && await submitting.Claim(db, job.Id) is { } earlier) return earlier;
            db.Jobs.Add(JobRow.Of(job, requestHash, instance.Id));
            db.Events.AddRange(entries);
            foreach (var command in commands) db.Outbox.Add(Message.ToRow(job.Id, instance.Id, command));
            return job.Id;
        });
        if (stored == job.Id && start)
        {
            _open[job.Id] = new OpenJob { Folded = job, Gateway = instance.Id };
            boards.TakeUp(job);
            outbox.Raise();
        }
        return stored;
    }

    /// <summary>Takes a job of a dead process, or one that got stuck in this one, into this process. What is outstanding is put into the
    /// outbox again: whatever was in flight is lost.</summary>
    /// <returns>The job; null when it is not there or another living process carries it on.</returns>
    public async Task<Job?> TakeUp(Guid jobId, CancellationToken cancellationToken)
    {
        instance.Announce();
        var (job, gateway) = await Read(jobId, cancellationToken);
        if (job is null || !IsFree(gateway)) return null;
        if (job.HasEnded) return job;
        var commands = job.Outstanding();
        await StoreStoryboardOf(job, commands, cancellationToken);
        var taken = await commits.Commit(async db =>
        {
            if (await db.Jobs.Where(row => row.Id == jobId && row.Gateway == gateway).ExecuteUpdateAsync(row => row.SetProperty(j => j.Gateway, instance.Id)) == 0) return false;
            await db.Outbox.Where(row => row.JobId == jobId).ExecuteDeleteAsync();
            foreach (var command in commands) db.Outbox.Add(Message.ToRow(jobId, instance.Id, command));
            return true;
        });
        if (!taken) return null;
        if (job.Status == JobStatus.Running)
        {
            _open[jobId] = new OpenJob { Folded = job, Gateway = instance.Id };
            boards.TakeUp(job);
            outbox.Raise();
        }
        return job;
    }

    /// <summary>Takes out of the outbox what dead processes were to tell their workers, which died with them.</summary>
    public async Task ForgetWithdrawals(CancellationToken cancellationToken)
    {
        string[] gateways;
        await using (var db = await store.Open())
        {
            gateways = await db.Outbox.Where(row => row.Kind == nameof(WorkWithdrawn)).Select(row => row.Gateway).Distinct().ToArrayAsync(cancellationToken);
        }
        gateways = [.. gateways.Where(gateway => !IsOwn(gateway) && IsFree(gateway))];
        if (gateways.Length > 0) await commits.Commit(db => db.Outbox.Where(row => gateways.Contains(row.Gateway) && row.Kind == nameof(WorkWithdrawn)).ExecuteDeleteAsync(CancellationToken.None));
    }

    /// <summary>Whether no other living process carries on the jobs with that mark.</summary>
    public bool IsFree(string gateway) => gateway.Length == 0 || IsOwn(gateway) || !instance.IsAlive(gateway);

    public bool IsOwn(string gateway) => gateway == instance.Id;

    /// <summary>Appends what happened. An event that says nothing new, or of a job that ended or is not known, changes nothing.</summary>
    public Task<Job?> Append(JobEvent happened, CancellationToken cancellationToken) => Append(happened.JobId, _ => happened, cancellationToken);

    /// <summary>Appends what follows from the job as it is.</summary>
    /// <param name="decide">Called again when another process was faster; null changes nothing.</param>
    /// <returns>The job afterwards; null when it is not there.</returns>
    public async Task<Job?> Append(Guid jobId, Func<Job, JobEvent?> decide, CancellationToken cancellationToken)
    {
        var open = _open.GetOrAdd(jobId, _ => new OpenJob());
        await open.Gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await TryAppend(open, jobId, decide, cancellationToken);
                }
                catch (DbUpdateException e) when (StoreFailures.IsConflict(e) && attempt < Attempts)
                {
                    open.Folded = null;
                    log.LogInformation("Job {JobId} was changed by another process; the event is tried again", jobId);
                }
            }
        }
        finally
        {
            if (open.Folded is not { Status: JobStatus.Running }) _open.TryRemove(KeyValuePair.Create(jobId, open));
            open.Gate.Release();
        }
    }

    /// <summary>Reads a job anew that another process may have changed.</summary>
    public async Task Refresh(Guid jobId, CancellationToken cancellationToken)
    {
        if (Find(jobId) is not { } known || (await Read(jobId, cancellationToken)).Job is not { } job || job.Version == known.Version) return;
        if (_open.TryGetValue(jobId, out var open) && job.HasEnded) _open.TryRemove(KeyValuePair.Create(jobId, open));
        boards.Find(jobId)?.Update(job, null);
        if (job.HasEnded) admission.Leave(jobId);
    }

    /// <summary>The job folded from its log, and the process that carries it on.</summary>
    public async Task<(Job? Job, string Gateway)> Read(Guid jobId, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        var gateway = await db.Jobs.Where(row => row.Id == jobId).Select(row => row.Gateway).FirstOrDefaultAsync(cancellationToken);
        if (gateway is null) return (null, "");
        Job? job = null;
        foreach (var entry in await Entries(db, jobId, 0, cancellationToken)) job = job is null ? Job.From((JobSubmitted)entry.Event) : job.Apply(entry);
        return (job, gateway);
    }

    /// <summary>A job that runs in this process, without reading its log.</summary>
    public Job? Find(Guid jobId) => _open.GetValueOrDefault(jobId)?.Folded;

    /// <summary>The lines of a job's log after a version.</summary>
    public async Task<IReadOnlyList<JobLogEntry>> Entries(Guid jobId, int afterVersion, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        return await Entries(db, jobId, afterVersion, cancellationToken);
    }

    private async Task<Job?> TryAppend(OpenJob open, Guid jobId, Func<Job, JobEvent?> decide, CancellationToken cancellationToken)
    {
        if (open.Folded is null) (open.Folded, open.Gateway) = await Read(jobId, cancellationToken);
        if (open.Folded is not { } before || decide(before) is not { } happened) return open.Folded;
        var storyboard = happened is ScriptWritten script ? await artifacts.ReadJson<Storyboard>(script.Storyboard, cancellationToken) : null;
        var entry = new JobLogEntry(happened, time.GetUtcNow(), storyboard);
        var after = before.Apply(entry);
        if (ReferenceEquals(before, after)) return before;

        var known = before.Outstanding().Select(OutstandingCommands.Identity).ToHashSet();
        var commands = after.Outstanding().Where(command => !known.Contains(OutstandingCommands.Identity(command))).ToArray();
        await StoreStoryboardOf(after, commands, cancellationToken);
        // Workers stop for a job that failed or was edited as they do for one that was given up.
        var withdrawn = before.Status == JobStatus.Running && after.Status is not (JobStatus.Running or JobStatus.Completed) ? new WorkWithdrawn(jobId, before.Revision) : null;
        await commits.Commit(async db =>
        {
            db.Events.Add(RowOf(after, entry));
            await db.SaveChangesAsync(cancellationToken); // a conflict shows here, before anything is deleted
            if (after.Status != JobStatus.Running) await db.Outbox.Where(row => row.JobId == jobId).ExecuteDeleteAsync(cancellationToken);
            if (after is { HasEnded: true, Submitted.Webhook: { } webhook })
            {
                db.Add(WebhookDelivery.Of(jobId, after.Revision, after.Submitted.Owner, webhook, WebhookEvent.TypeOf(after.Status), entry.At));
            }
            if (withdrawn is not null) db.Outbox.Add(Message.ToRow(jobId, open.Gateway, withdrawn));
            foreach (var command in commands) db.Outbox.Add(Message.ToRow(jobId, open.Gateway, command));
            if (await Queries.Job(db, jobId, cancellationToken) is { } row) row.Show(after);
        });

        open.Folded = after;
        log.LogInformation("Job {JobId} version {Version}: {Event}, {Commands} new commands", jobId, after.Version, happened.GetType().Name, commands.Length);
        Settle(after, happened, withdrawn);
        return after;
    }

    // What this process does about it once it is on the disk.
    private void Settle(Job after, JobEvent happened, WorkWithdrawn? withdrawn)
    {
        if (withdrawn is not null) running.Withdraw(withdrawn.JobId, withdrawn.Revision);
        boards.Update(after, happened);
        outbox.Raise();
        if (after.HasEnded)
        {
            admission.Leave(after.Id);
            webhooks.Raise();
        }
        if (after.Status != JobStatus.Queued) return;
        admission.Leave(after.Id);
        admission.Wait(after.Id, after.Submitted.Owner);
    }

    private async Task StoreStoryboardOf(Job job, IEnumerable<object> commands, CancellationToken cancellationToken)
    {
        if (commands.OfType<ComposeVideo>().Any()) await artifacts.AddBytes(TimedStoryboard.Of(job).Json, "json", cancellationToken);
    }

    private static async Task<IReadOnlyList<JobLogEntry>> Entries(GatewayDb db, Guid jobId, int afterVersion, CancellationToken cancellationToken)
    {
        var rows = await db.Events.AsNoTracking().Where(e => e.JobId == jobId && e.Version > afterVersion).OrderBy(e => e.Version).Select(e => e.Entry).ToListAsync(cancellationToken);
        return [.. rows.Select(entry => JsonSerializer.Deserialize<JobLogEntry>(entry, ContractsJson.Compact)!)];
    }

    internal static JobEventRow RowOf(Job job, JobLogEntry entry) =>
        new() { JobId = job.Id, Version = job.Version, Entry = JsonSerializer.Serialize(entry, ContractsJson.Compact) };

    private sealed class OpenJob
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Job? Folded { get; set; }

        public string Gateway { get; set; } = "";
    }
}
