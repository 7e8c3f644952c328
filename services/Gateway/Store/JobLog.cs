using System.Collections.Concurrent;
using System.Diagnostics;
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
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Store;

/// <summary>Appends events to jobs. One transaction holds the event, the read model and the commands that the event calls for.</summary>
internal sealed class JobLog(GatewayStore store, CommitQueue commits, GatewayInstance instance, WaitingLine line, IArtifactStore artifacts, OutboxSignal outbox,
    ProgressBoards boards, Admission admission, RunningJobs running, WebhookSignal webhooks, TimeProvider time, ILogger<JobLog> log)
{
    private const int Attempts = 10;

    // Where any gateway may append, what this one knows of a job may be old; that shows when it appends.
    private const int MostOpenShared = 4096;

    private readonly ConcurrentDictionary<Guid, OpenJob> _open = new();

    /// <summary>A job was written to, and what was written is on the disk.</summary>
    public event Action<Job, JobEvent>? Written;

    /// <summary>Stores a new job of this process, unless the same submission is stored already.</summary>
    /// <param name="start">Whether its turn has come at once.</param>
    public async Task<Submission> Start(JobSubmitted submitted, string requestHash, bool start, Submitting? submitting)
    {
        instance.Announce();
        var parent = Traces.Parent;
        if (parent is not null) Activity.Current!.SetTag(TelemetryNames.JobId, submitted.JobId.ToString());
        var job = Job.From(submitted, parent);
        var entries = new List<(Job Job, JobLogEntry Entry)> { (job, new JobLogEntry(submitted, submitted.At, TraceParent: parent)) };
        if (start)
        {
            var started = new JobLogEntry(new JobStarted(job.Id), time.GetUtcNow());
            job = job.Apply(started);
            entries.Add((job, started));
        }
        var commands = job.Outstanding();
        var stored = await Retried(() => commits.Commit(async db =>
        {
            if (submitting is not null && await submitting.Claim(db, job.Id) is { } earlier) return new Submission(earlier, true);
            var row = JobRow.Of(job, requestHash, instance.Jobs);
            if (!start) row.Turn = await line.Turn(db, submitted.Owner);
            db.Jobs.Add(row);
            db.Events.AddRange(entries.Select(entry => RowOf(entry.Job, entry.Entry)));
            Send(db, job.Id, instance.Id, commands, parent);
            return new Submission(job.Id, false) { Row = row };
        }));
        if (stored.Resumed) return stored;
        log.LogInformation("Job {JobId} was submitted and {Status}", job.Id, job.Status);
        if (start)
        {
            Open(job, instance.Jobs);
            outbox.Raise();
        }
        return stored;
    }

    /// <summary>Starts jobs that wait. One that others have started meanwhile stays as it is.</summary>
    public async Task StartWaiting(Guid[] jobIds, CancellationToken cancellationToken)
    {
        var read = await Read(jobIds, cancellationToken);
        await Task.WhenAll(read.Select(known => Append(known.Job.Id, job => job.Status == JobStatus.Queued ? new JobStarted(job.Id) { Revision = job.Revision } : null, known, cancellationToken)));
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
            if (await Queries.Job(db, jobId, CancellationToken.None) is not { } row || row.Gateway != gateway) return false;
            row.Gateway = instance.Jobs;
            row.Show(job); // the first version knew of no waiting: its jobs say that they run
            if (job.Status == JobStatus.Queued) row.Turn ??= await line.Turn(db, row.Owner);
            await db.Outbox.Where(row => row.JobId == jobId).ExecuteDeleteAsync();
            Send(db, jobId, instance.Id, commands, job.TraceParent);
            return true;
        });
        if (!taken) return null;
        if (job.Status == JobStatus.Running)
        {
            Open(job, instance.Jobs);
            outbox.Raise();
        }
        if (!IsOwn(gateway)) admission.Move(job.Submitted.Owner, null, job.Status);
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

    public bool IsOwn(string gateway) => gateway == instance.Jobs;

    /// <summary>Appends what happened. An event that says nothing new, or of a job that ended or is not known, changes nothing.</summary>
    public Task<Job?> Append(JobEvent happened, CancellationToken cancellationToken) => Append(happened.JobId, _ => happened, cancellationToken);

    /// <summary>Appends what follows from the job as it is.</summary>
    /// <param name="decide">Called again when another process was faster; null changes nothing.</param>
    /// <returns>The job afterwards; null when it is not there.</returns>
    public Task<Job?> Append(Guid jobId, Func<Job, JobEvent?> decide, CancellationToken cancellationToken) => Append(jobId, decide, null, cancellationToken);

    private async Task<Job?> Append(Guid jobId, Func<Job, JobEvent?> decide, (Job Job, string Gateway)? known, CancellationToken cancellationToken)
    {
        var open = _open.GetOrAdd(jobId, _ => new OpenJob());
        await open.Gate.WaitAsync(cancellationToken);
        try
        {
            if (open.Folded is null && known is { } read) (open.Folded, open.Gateway) = read;
            return await Retried(() => AppendToKept(open, jobId, decide, cancellationToken), () =>
            {
                open.Folded = null;
                log.LogInformation("Job {JobId} was changed by another process; the event is tried again", jobId);
            });
        }
        finally
        {
            if (open.Folded is not { Status: JobStatus.Running }) _open.TryRemove(KeyValuePair.Create(jobId, open));
            open.Gate.Release();
            if (instance.IsShared && _open.Count > MostOpenShared) _open.Clear();
        }
    }

    /// <summary>Reads a job anew that another process may have changed.</summary>
    public async Task Refresh(Guid jobId, CancellationToken cancellationToken)
    {
        if (Find(jobId) is not { } known || (await Read(jobId, cancellationToken)).Job is not { } job || job.Version == known.Version) return;
        if (_open.TryGetValue(jobId, out var open) && job.HasEnded) _open.TryRemove(KeyValuePair.Create(jobId, open));
        boards.Find(jobId)?.Update(job, null);
        admission.Move(job.Submitted.Owner, known.Status, job.Status);
    }

    /// <summary>Tells a job's board what others have done.</summary>
    public async Task Refresh(ProgressBoard board, CancellationToken cancellationToken)
    {
        var job = board.Job;
        var entries = await Entries(job.Id, job.Version, cancellationToken);
        foreach (var entry in entries) board.Update(job = job.Apply(entry), entry.Event);
    }

    /// <summary>The job's work goes on, wherever it is done.</summary>
    public Task Heard(Guid jobId) => commits.Commit(db =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return db.Jobs.Where(row => row.Id == jobId).ExecuteUpdateAsync(row => row.SetProperty(job => job.HeardUnixMilliseconds, now));
    });

    /// <summary>Sends what is outstanding of a job once more.</summary>
    /// <returns>False when nothing is.</returns>
    public async Task<bool> SendAgain(Guid jobId, CancellationToken cancellationToken)
    {
        if ((await Read(jobId, cancellationToken)).Job is not { Status: JobStatus.Running } job) return false;
        var commands = job.Outstanding();
        await StoreStoryboardOf(job, commands, cancellationToken);
        await commits.Commit(async db =>
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await db.Jobs.Where(row => row.Id == jobId).ExecuteUpdateAsync(row => row.SetProperty(job => job.HeardUnixMilliseconds, now), CancellationToken.None);
            Send(db, jobId, instance.Id, commands, job.TraceParent);
        });
        outbox.Raise();
        return commands.Count > 0;
    }

    /// <summary>Lets go of what is older than another gateway has written; the next event reads the log anew.</summary>
    public void Forget(Guid jobId, int version)
    {
        if (_open.TryGetValue(jobId, out var open) && open.Folded?.Version < version) _open.TryRemove(KeyValuePair.Create(jobId, open));
    }

    /// <summary>Counts the unfinished jobs of this process, or of all that share them.</summary>
    public async Task Recount(CancellationToken cancellationToken)
    {
        // Where jobs are shared, others start and end them all the time.
        long? since = instance.IsShared ? null : admission.Version;
        await using var db = await store.Open();
        var counted = await db.Jobs.Where(row => row.Gateway == instance.Jobs && row.EndedUnixMilliseconds == null).GroupBy(row => new { row.Owner, row.Status })
            .Select(group => new { group.Key.Owner, group.Key.Status, Jobs = group.Count() }).ToListAsync(cancellationToken);
        admission.Recount(counted.Select(group => (group.Owner, group.Status, group.Jobs)), since);
    }

    /// <summary>The job folded from its log, and the process that carries it on.</summary>
    public async Task<(Job? Job, string Gateway)> Read(Guid jobId, CancellationToken cancellationToken) =>
        await Read([jobId], cancellationToken) is [var (job, gateway)] ? (job, gateway) : (null, "");

    private async Task<IReadOnlyList<(Job Job, string Gateway)>> Read(Guid[] jobIds, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        var read = new Dictionary<Guid, (Job Job, string Gateway)>(jobIds.Length);
        await foreach (var line in Queries.Logs(db, jobIds).WithCancellation(cancellationToken))
        {
            var entry = EntryOf(line.Entry);
            read[line.JobId] = (read.TryGetValue(line.JobId, out var before) ? before.Job.Apply(entry) : Job.From((JobSubmitted)entry.Event, entry.TraceParent), line.Gateway);
        }
        return [.. read.Values];
    }

    /// <summary>A job that this process alone carries on and that runs, without reading its log.</summary>
    public Job? Find(Guid jobId) => instance.IsShared ? null : _open.GetValueOrDefault(jobId)?.Folded;

    /// <summary>The lines of a job's log after a version.</summary>
    public async Task<IReadOnlyList<JobLogEntry>> Entries(Guid jobId, int afterVersion, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        var rows = await db.Events.AsNoTracking().Where(e => e.JobId == jobId && e.Version > afterVersion).OrderBy(e => e.Version).Select(e => e.Entry).ToListAsync(cancellationToken);
        return [.. rows.Select(EntryOf)];
    }

    // A conflict shows when what is kept is older than what another gateway has written; what does not fit it at all is held against the log itself.
    private async Task<Job?> AppendToKept(OpenJob open, Guid jobId, Func<Job, JobEvent?> decide, CancellationToken cancellationToken)
    {
        var kept = instance.IsShared ? open.Folded : null;
        try
        {
            var after = await TryAppend(open, jobId, decide, cancellationToken);
            if (kept is null || !ReferenceEquals(after, kept)) return after;
        }
        catch (ReelsmithException) when (kept is not null && ReferenceEquals(open.Folded, kept))
        {
            // refused, by what is kept
        }
        open.Folded = null;
        return await TryAppend(open, jobId, decide, cancellationToken);
    }

    private async Task<Job?> TryAppend(OpenJob open, Guid jobId, Func<Job, JobEvent?> decide, CancellationToken cancellationToken)
    {
        if (open.Folded is null) (open.Folded, open.Gateway) = await Read(jobId, cancellationToken);
        if (open.Folded is not { } before || decide(before) is not { } happened) return open.Folded;
        var storyboard = happened is ScriptWritten script ? await artifacts.ReadJson<Storyboard>(script.Storyboard, cancellationToken) : null;
        using var span = Traces.HasCause ? null : Traces.Continue(happened is JobStarted ? "job start" : "job change", before.TraceParent);
        span?.SetTag(TelemetryNames.JobId, jobId.ToString());
        var parent = Traces.Parent;
        var entry = new JobLogEntry(happened, time.GetUtcNow(), storyboard, happened is JobRetried or StoryboardEdited ? parent : null);
        var after = before.Apply(entry);
        if (ReferenceEquals(before, after)) return before;

        var known = before.Outstanding().Select(OutstandingCommands.Identity).ToHashSet();
        var commands = after.Outstanding().Where(command => !known.Contains(OutstandingCommands.Identity(command))).ToArray();
        await StoreStoryboardOf(after, commands, cancellationToken);
        // Workers stop for a job that failed or was edited as they do for one that was given up.
        var withdrawn = before.Status == JobStatus.Running && after.Status is not (JobStatus.Running or JobStatus.Completed) ? new WorkWithdrawn(jobId, before.Revision) : null;
        var sender = instance.SenderFor(open.Gateway);
        JobRow Change(GatewayDb db)
        {
            var row = JobRow.AsItIs(before);
            db.Attach(row);
            row.Show(after);
            row.HeardUnixMilliseconds = entry.At.ToUnixTimeMilliseconds();
            db.Events.Add(RowOf(after, entry));
            if (after is { HasEnded: true, Submitted.Webhook: { } webhook })
            {
                db.Add(WebhookDelivery.Of(jobId, after.Revision, after.Submitted.Owner, webhook, WebhookEvent.TypeOf(after.Status), entry.At));
            }
            Send(db, jobId, sender, withdrawn is null ? commands : [withdrawn, .. commands], parent);
            return row;
        }
        if (after.Status is JobStatus.Running or JobStatus.Completed)
        {
            await commits.Add(db => Change(db));
        }
        else
        {
            await commits.Commit(async db =>
            {
                await db.Outbox.Where(row => row.JobId == jobId).ExecuteDeleteAsync(cancellationToken);
                long? turn = after.Status == JobStatus.Queued ? await line.Turn(db, after.Submitted.Owner) : null;
                Change(db).Turn = turn;
            });
        }

        open.Folded = after;
        log.LogInformation("Job {JobId} version {Version}: {Event}, {Commands} new commands", jobId, after.Version, happened.GetType().Name, commands.Length);
        Settle(before, after, happened, withdrawn);
        return after;
    }

    private async Task<T> Retried<T>(Func<Task<T>> work, Action? again = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException e) when ((e is DbUpdateConcurrencyException || store.Database.IsConflict(e)) && attempt < Attempts)
            {
                again?.Invoke();
            }
        }
    }

    private void Open(Job job, string gateway)
    {
        _open[job.Id] = new OpenJob { Folded = job, Gateway = gateway };
        if (!instance.IsShared) boards.TakeUp(job);
    }

    private static void Send(GatewayDb db, Guid jobId, string sender, IEnumerable<object> messages, string? traceParent)
    {
        foreach (var message in messages) db.Outbox.Add(Message.ToRow(jobId, sender, message, traceParent));
    }

    // What this process does about it once it is on the disk.
    private void Settle(Job before, Job after, JobEvent happened, WorkWithdrawn? withdrawn)
    {
        if (withdrawn is not null) running.Withdraw(withdrawn.JobId, withdrawn.Revision);
        boards.Update(after, happened);
        Written?.Invoke(after, happened);
        outbox.Raise();
        admission.Move(after.Submitted.Owner, before.Status, after.Status);
        if (after is { HasEnded: true, Submitted.Webhook: not null }) webhooks.Raise();
    }

    private async Task StoreStoryboardOf(Job job, IEnumerable<object> commands, CancellationToken cancellationToken)
    {
        if (commands.OfType<ComposeVideo>().Any()) await artifacts.AddBytes(TimedStoryboard.Of(job).Json, "json", cancellationToken);
    }

    private static JobLogEntry EntryOf(string entry) => JsonSerializer.Deserialize<JobLogEntry>(entry, ContractsJson.Compact)!;

    internal static JobEventRow RowOf(Job job, JobLogEntry entry) =>
        new() { JobId = job.Id, Version = job.Version, Entry = JsonSerializer.Serialize(entry, ContractsJson.Compact) };

    private sealed class OpenJob
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Job? Folded { get; set; }

        public string Gateway { get; set; } = "";
    }
}
