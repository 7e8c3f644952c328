using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway;

/// <summary>Jobs to look at.</summary>
public sealed class JobCatalog
{
    private readonly GatewayStore _store;
    private readonly JobLog _log;
    private readonly ProgressBoards _boards;
    private readonly WaitingLine _line;
    private readonly IArtifactStore _artifacts;
    private readonly JobLimits _limits;

    internal JobCatalog(GatewayStore store, JobLog log, ProgressBoards boards, WaitingLine line, IArtifactStore artifacts, JobLimits limits) =>
        (_store, _log, _boards, _line, _artifacts, _limits) = (store, log, boards, line, artifacts, limits);

    public async Task<JobView?> Find(Guid jobId, CancellationToken cancellationToken)
    {
        await using var db = await _store.Open();
        return await Queries.JobAsItIs(db, jobId, cancellationToken) is { } row ? await ViewOf(row, cancellationToken) : null;
    }

    /// <summary>The job that was taken in.</summary>
    public async Task<JobView?> Find(Submission submission, CancellationToken cancellationToken) =>
        submission.Row is { } row ? await ViewOf(row, cancellationToken) : await Find(submission.JobId, cancellationToken);

    /// <param name="owner">Whose; null: everybody's.</param>
    /// <param name="after">The list begins behind this job.</param>
    /// <param name="ascending">Oldest first; otherwise newest first.</param>
    public async Task<JobPage> List(string? owner, Guid? after, int limit, bool ascending, CancellationToken cancellationToken)
    {
        await using var db = await _store.Open();
        // Ids are UUIDs of version 7, which sort by time; LINQ has no order of Guids that becomes SQL.
        var jobs = (after, ascending) switch
        {
            (null, _) => db.Jobs,
            ({ } id, true) => db.Jobs.FromSql($"SELECT * FROM jobs WHERE id > {id}"),
            ({ } id, false) => db.Jobs.FromSql($"SELECT * FROM jobs WHERE id < {id}"),
        };
        var own = jobs.AsNoTracking();
        if (owner is not null) own = own.Where(row => row.Owner == owner);
        own = ascending ? own.OrderBy(row => row.Id) : own.OrderByDescending(row => row.Id);
        var rows = await own.Take(limit + 1).ToListAsync(cancellationToken);
        var views = new List<JobView>(limit);
        foreach (var row in rows.Take(limit)) views.Add(await ViewOf(row, cancellationToken));
        return new JobPage(views, rows.Count > limit);
    }

    /// <summary>The storyboard as the script stage wrote it or a person edited it; null while there is none.</summary>
    public async Task<Storyboard?> Storyboard(Guid jobId, CancellationToken cancellationToken)
    {
        if (await Read(jobId, cancellationToken) is not { } job) return null;
        return job.Storyboard ?? (job.Edited is null ? null : await _artifacts.ReadJson<Storyboard>(job.Edited, cancellationToken));
    }

    /// <summary>The scenes from the first that are finished without a gap, as they go into the film.</summary>
    public async Task<IReadOnlyList<ComposedScene>> FinishedScenes(Guid jobId, CancellationToken cancellationToken)
    {
        if (await Read(jobId, cancellationToken) is not { Storyboard: { } storyboard } job) return [];
        return [.. Enumerable.Range(0, storyboard.Scenes.Count).TakeWhile(n => job.Narrated.ContainsKey(n) && job.Rendered.ContainsKey(n)).Select(n => OutstandingCommands.Finished(job, n))];
    }

    private async Task<Job?> Read(Guid jobId, CancellationToken cancellationToken) => _log.Find(jobId) ?? (await _log.Read(jobId, cancellationToken)).Job;

    private async ValueTask<JobView> ViewOf(JobRow row, CancellationToken cancellationToken)
    {
        var view = JobView.Of(row, _limits.Kept);
        if (view.Status == JobStatus.Queued) return view with { QueuePosition = await _line.PositionOf(row, cancellationToken) };
        // The board is ahead of the row; an end counts when it is on the disk.
        return view.Status == JobStatus.Running && _boards.Find(row.Id)?.Snapshot() is { Status: JobStatus.Running } now && now.Revision == view.Revision ? view.At(now) : view;
    }
}
