using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>Which of this process's jobs run and which wait for their turn.</summary>
internal sealed class Admission(JobLimits limits)
{
    private readonly Lock _lock = new();
    private readonly FairQueue _waiting = new();
    private readonly Dictionary<Guid, string> _entering = [];
    private readonly Dictionary<Guid, string> _running = [];
    private readonly Dictionary<string, int> _runningOf = new(StringComparer.Ordinal);

    /// <summary>A job may have to be started, or the queue has moved.</summary>
    public event Action? Moved;

    /// <summary>Takes a new job of the caller in, or refuses it. It is stored next; then <see cref="Wait"/> is called unless it has started.</summary>
    /// <returns>Whether it may start at once.</returns>
    /// <exception cref="ReelsmithException">Too many wait.</exception>
    public bool Admit(Guid jobId, string owner)
    {
        lock (_lock)
        {
            var own = _waiting.CountOf(owner) + _runningOf.GetValueOrDefault(owner) + _entering.Values.Count(other => other == owner);
            if (own >= limits.PerCaller)
            {
                throw ReelsmithException.Busy("too_many_jobs", $"{own} of your jobs wait or run already.", "Submit again when one of them has ended.");
            }
            if (_waiting.Count + _entering.Count >= limits.Waiting)
            {
                throw ReelsmithException.Busy("queue_full", $"{_waiting.Count} jobs wait already.", "Submit again later.");
            }
            if (_waiting.Count == 0 && _running.Count < limits.Running)
            {
                Run(jobId, owner);
                return true;
            }
            _entering.Add(jobId, owner);
            return false;
        }
    }

    /// <summary>A job whose turn has come already, in an earlier process.</summary>
    public void TakeUpRunning(Guid jobId, string owner)
    {
        lock (_lock) Run(jobId, owner);
    }

    /// <summary>A stored job that waits: new, taken up from an earlier process, edited, or to be tried again.</summary>
    public void Wait(Guid jobId, string owner)
    {
        lock (_lock)
        {
            _entering.Remove(jobId);
            if (!_running.ContainsKey(jobId)) _waiting.Add(jobId, owner);
        }
        Moved?.Invoke();
    }

    /// <summary>The next job that may start; null when none waits or enough run. The caller starts it, or calls <see cref="Leave"/>.</summary>
    public Guid? Next()
    {
        lock (_lock)
        {
            if (_running.Count >= limits.Running || _waiting.Take() is not { } next) return null;
            Run(next.JobId, next.Owner);
            return next.JobId;
        }
    }

    /// <summary>The job has ended, or is no longer this process's.</summary>
    public void Leave(Guid jobId)
    {
        lock (_lock)
        {
            if (_running.Remove(jobId, out var owner))
            {
                if (--_runningOf[owner] == 0) _runningOf.Remove(owner);
            }
            else if (!_entering.Remove(jobId) && !_waiting.Remove(jobId))
            {
                return;
            }
        }
        Moved?.Invoke();
    }

    /// <summary>How many jobs start before this one; null when it does not wait.</summary>
    public int? PositionOf(Guid jobId)
    {
        lock (_lock) return _waiting.PositionOf(jobId);
    }

    private void Run(Guid jobId, string owner)
    {
        if (_running.TryAdd(jobId, owner)) _runningOf[owner] = _runningOf.GetValueOrDefault(owner) + 1;
    }
}
