using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway;

/// <summary>Jobs from the outside: submit one, watch it, give it up, take up what a dead process left.</summary>
public sealed class JobCoordinator : IDisposable
{
    private readonly GatewayStore _store;
    private readonly JobLog _log;
    private readonly OwnedJobs _owned;
    private readonly ProgressBoards _boards;
    private readonly RunningJobs _running;
    private readonly DataFolder _data;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _submitting = new(1, 1);

    internal JobCoordinator(GatewayStore store, JobLog log, OwnedJobs owned, ProgressBoards boards, RunningJobs running, DataFolder data, TimeProvider time) =>
        (_store, _log, _owned, _boards, _running, _data, _time) = (store, log, owned, boards, running, data, time);

    /// <summary>Starts a film, or goes on with the unfinished job of the same request unless another process is at it.</summary>
    /// <exception cref="ReelsmithException">The request cannot be, or the data folder cannot be written.</exception>
    public async Task<Submission> Submit(VideoRequest request, CancellationToken cancellationToken)
    {
        VideoRequestRules.Check(request);
        await _submitting.WaitAsync(cancellationToken);
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, ContractsJson.Compact)));
            foreach (var unfinished in await Unfinished(hash, cancellationToken))
            {
                if (await Resume(unfinished, cancellationToken)) return new Submission(unfinished, true);
            }
            var jobId = Guid.CreateVersion7(_time.GetUtcNow());
            _owned.TryTake(jobId);
            await _log.Start(new JobSubmitted(jobId, request, _time.GetUtcNow()), hash, cancellationToken);
            return new Submission(jobId, false);
        }
        catch (Exception e) when (e is DbUpdateException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreFailures.Of(e, _data);
        }
        finally
        {
            _submitting.Release();
        }
    }

    public void Dispose() => _submitting.Dispose();

    /// <summary>Goes on with a job. False when it is not there, has ended, or another process is at it.</summary>
    public async Task<bool> Resume(Guid jobId, CancellationToken cancellationToken)
    {
        if (_owned.Contains(jobId) && _boards.Find(jobId) is { Faulted: false }) return true;
        if (!_owned.TryTake(jobId)) return false;
        if (await _log.Resume(jobId, cancellationToken) is { Status: JobStatus.Running }) return true;
        _boards.Close(jobId);
        _owned.Release(jobId);
        return false;
    }

    /// <summary>Goes on with every unfinished job that no other process is at.</summary>
    public async Task ResumeAll(CancellationToken cancellationToken)
    {
        foreach (var jobId in await Unfinished(null, cancellationToken)) await Resume(jobId, cancellationToken);
    }

    /// <summary>Gives a job up: its log says so, and its work in this process stops at once. What its stages have stored stays.</summary>
    public async Task Cancel(Guid jobId, CancellationToken cancellationToken)
    {
        _running.Withdraw(jobId, int.MaxValue);
        try
        {
            await _log.Append(new JobCancelled(jobId), cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateException or SqliteException or IOException or UnauthorizedAccessException)
        {
            throw StoreFailures.Of(e, _data);
        }
    }

    /// <summary>Stops a job's work in this process without a word in its log, as the end of the process would; it can be taken up by another.</summary>
    public void Abandon(Guid jobId) => _running.Withdraw(jobId, int.MaxValue);

    /// <summary>The job as it is, then again at every change, until it has ended. Only jobs of this process can be watched.</summary>
    public async IAsyncEnumerable<JobSnapshot> Watch(Guid jobId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var board = _boards.Find(jobId) ?? throw new InvalidOperationException($"Job {jobId} is not carried on by this process.");
        var changes = board.Watch();
        try
        {
            while (true)
            {
                await changes.Reader.ReadAsync(cancellationToken);
                var snapshot = board.Snapshot();
                yield return snapshot;
                if (snapshot.Status != JobStatus.Running) yield break;
            }
        }
        finally
        {
            board.Unwatch(changes);
        }
    }

    private async Task<Guid[]> Unfinished(string? requestHash, CancellationToken cancellationToken)
    {
        await using var db = await _store.Open();
        var jobs = db.Jobs.AsNoTracking().Where(job => job.Status == JobStatus.Running);
        if (requestHash is not null) jobs = jobs.Where(job => job.RequestHash == requestHash);
        return await jobs.OrderByDescending(job => job.CreatedUnixMilliseconds).Select(job => job.Id).ToArrayAsync(cancellationToken);
    }
}
