using System.Collections.Concurrent;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>The boards of the jobs that run in this process or are watched, and of those that ended last.</summary>
internal sealed class ProgressBoards(TimeProvider time)
{
    private const int EndedKept = 200;
    private readonly ConcurrentDictionary<Guid, ProgressBoard> _boards = new();
    private readonly ConcurrentQueue<Guid> _ended = new();

    /// <summary>The boards of waiting jobs that somebody watches.</summary>
    public IEnumerable<ProgressBoard> Waiting => _boards.Values.Where(board => board.Status == JobStatus.Queued && board.IsWatched);

    /// <summary>The job is taken up by this process, and no other, as it is.</summary>
    public void TakeUp(Job job) => Open(job, told: true).TakeUp(job);

    /// <summary>The job's board, made when there is none.</summary>
    /// <param name="told">Whether this process learns of every change by itself.</param>
    public ProgressBoard Open(Job job, bool told)
    {
        var board = _boards.GetOrAdd(job.Id, _ => new ProgressBoard(job, time, told));
        board.Update(job, null);
        return board;
    }

    public ProgressBoard? Find(Guid jobId) => _boards.GetValueOrDefault(jobId);

    public void Update(Job job, JobEvent happened)
    {
        Find(job.Id)?.Update(job, happened);
        if (job.HasEnded) Ended(job.Id);
    }

    public void Report(StageProgressed progress) => Find(progress.JobId)?.Report(progress);

    public void Fail(Guid jobId, Failure failure) => Find(jobId)?.Fail(failure);

    /// <summary>None of the running jobs can be carried on.</summary>
    public void FailAll(Failure failure)
    {
        foreach (var board in _boards.Values.Where(board => board.Status == JobStatus.Running)) board.Fail(failure);
    }

    /// <summary>The jobs whose boards say that they cannot be carried on.</summary>
    public Guid[] Faulted() => [.. _boards.Where(board => board.Value.Fault is not null && board.Value.Status == JobStatus.Running).Select(board => board.Key)];

    /// <summary>Nobody watches a job that this process does not carry on.</summary>
    public void Close(Guid jobId) => _boards.TryRemove(jobId, out _);

    // Whoever asks a moment after the end still learns what the run has taken.
    private void Ended(Guid jobId)
    {
        _ended.Enqueue(jobId);
        while (_ended.Count > EndedKept && _ended.TryDequeue(out var oldest))
        {
            if (_boards.TryGetValue(oldest, out var board) && board.Status is not (JobStatus.Queued or JobStatus.Running)) _boards.TryRemove(oldest, out _);
        }
    }
}
