using System.Collections.Concurrent;

namespace Reelsmith.Hosting.Stages;

/// <summary>The work going on in this process, by job, so that a cancelled job's work can be stopped.</summary>
public sealed class RunningJobs
{
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _sources = new();

    /// <summary>The token that fires when the job is cancelled.</summary>
    public CancellationToken TokenOf(Guid jobId) => _sources.GetOrAdd(jobId, _ => new CancellationTokenSource()).Token;

    /// <summary>Stops the job's work in this process, now and whatever is delivered for it later.</summary>
    public void Cancel(Guid jobId) => _sources.GetOrAdd(jobId, _ => new CancellationTokenSource()).Cancel();
}
