using System.Collections.Concurrent;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>The boards of the jobs that this process carries on.</summary>
internal sealed class ProgressBoards(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, ProgressBoard> _boards = new();

    /// <summary>The job is taken up as it is: what is done already is not this run's work.</summary>
    public void Open(Job job) => _boards[job.Id] = new ProgressBoard(job, time);

    public ProgressBoard? Find(Guid jobId) => _boards.GetValueOrDefault(jobId);

    public void Close(Guid jobId) => _boards.TryRemove(jobId, out _);

    public void Update(Job job) => Find(job.Id)?.Update(job);

    public void Report(StageProgressed progress) => Find(progress.JobId)?.Report(progress);

    public void Fault(Guid jobId, Failure failure) => Find(jobId)?.Fault(failure);
}
