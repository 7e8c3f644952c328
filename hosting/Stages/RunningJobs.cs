namespace Reelsmith.Hosting.Stages;

/// <summary>The work going on in this process, by job, so that work which is no longer wanted can be stopped.</summary>
public sealed class RunningJobs
{
    // A command of withdrawn work may still be on its way; after so many further withdrawals it no longer is.
    private const int Remembered = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, List<Work>> _running = [];
    private readonly Dictionary<Guid, int> _withdrawn = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>Registers a piece of work until it is disposed. Its token fires when the job's work up to this revision is withdrawn;
    /// it has fired already when that happened before.</summary>
    public Work Begin(Guid jobId, int revision)
    {
        var work = new Work(this, jobId, revision);
        lock (_lock)
        {
            if (_withdrawn.TryGetValue(jobId, out var last) && revision <= last)
            {
                work.Stop();
                return work;
            }
            if (!_running.TryGetValue(jobId, out var list)) _running[jobId] = list = [];
            list.Add(work);
        }
        return work;
    }

    /// <summary>Stops the job's work up to this revision in this process, now and whatever is delivered of it later.</summary>
    public void Withdraw(Guid jobId, int revision)
    {
        Work[] stopped;
        lock (_lock)
        {
            if (!_withdrawn.TryGetValue(jobId, out var last)) _order.Enqueue(jobId);
            _withdrawn[jobId] = Math.Max(revision, last);
            while (_order.Count > Remembered) _withdrawn.Remove(_order.Dequeue());
            stopped = _running.TryGetValue(jobId, out var list) ? [.. list.Where(work => work.Revision <= revision)] : [];
        }
        foreach (var work in stopped) work.Stop();
    }

    private void End(Work work)
    {
        lock (_lock)
        {
            if (!_running.TryGetValue(work.JobId, out var list)) return;
            list.Remove(work);
            if (list.Count == 0) _running.Remove(work.JobId);
        }
    }

    /// <summary>A piece of work that is going on.</summary>
    public sealed class Work : IDisposable
    {
        private readonly RunningJobs _jobs;
        private readonly CancellationTokenSource _source = new();

        internal Work(RunningJobs jobs, Guid jobId, int revision) => (_jobs, JobId, Revision) = (jobs, jobId, revision);

        /// <summary>Fires when the work is no longer wanted.</summary>
        public CancellationToken Token => _source.Token;

        internal Guid JobId { get; }

        internal int Revision { get; }

        public void Dispose() => _jobs.End(this); // the source has no timer and no handle: Stop may come at any time

        internal void Stop() => _source.Cancel();
    }
}
