using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>How many jobs run and wait, whose they are, and whether there is room for another. Which of them is next is the <see cref="Store.WaitingLine"/>'s affair.</summary>
internal sealed class Admission(JobLimits limits)
{
    private const int InOneProcess = 2;

    private readonly Lock _lock = new();
    private volatile int _atOnce = limits.Running ?? InOneProcess;
    private readonly Dictionary<string, int> _entering = new(StringComparer.Ordinal);
    private Dictionary<string, Count> _owners = new(StringComparer.Ordinal);
    private Count _all;
    private int _allEntering;
    private int _admitting;
    private int _starting;
    private long _version;

    /// <summary>A job may have to be started, or the line has moved.</summary>
    public event Action? Moved;

    /// <summary>How many jobs may run.</summary>
    public int AtOnce
    {
        get => _atOnce;
        set
        {
            if (_atOnce == value) return;
            _atOnce = value;
            Moved?.Invoke();
        }
    }

    /// <summary>Changes with every job that comes, starts or ends here.</summary>
    public long Version
    {
        get
        {
            lock (_lock) return _version;
        }
    }

    /// <summary>How many jobs wait and run.</summary>
    public (int Waiting, int Running) Counts
    {
        get
        {
            lock (_lock) return (_all.Waiting, _all.Running);
        }
    }

    /// <summary>Takes a new job of the caller in, or refuses it. It is stored next; then <see cref="Admitted"/> is called in any case.</summary>
    /// <returns>Whether it may start at once: <see cref="JobStatus.Running"/>, else <see cref="JobStatus.Queued"/>.</returns>
    /// <exception cref="ReelsmithException">Too many wait.</exception>
    public JobStatus Admit(string owner)
    {
        lock (_lock)
        {
            var own = _owners.GetValueOrDefault(owner).Unfinished + _entering.GetValueOrDefault(owner);
            if (own >= limits.PerCaller)
            {
                throw ReelsmithException.Busy("too_many_jobs", $"{own} of your jobs wait or run already.", "Submit again when one of them has ended.");
            }
            if (_all.Waiting + _allEntering >= limits.Waiting)
            {
                throw ReelsmithException.Busy("queue_full", $"{_all.Waiting} jobs wait already.", "Submit again later.");
            }
            _admitting++;
            if (_all.Waiting == 0 && _all.Running + _starting < AtOnce)
            {
                Add(owner, JobStatus.Running, 1);
                return JobStatus.Running;
            }
            Enter(owner, 1);
            return JobStatus.Queued;
        }
    }

    /// <summary>What became of a job that was let in.</summary>
    /// <param name="status">As <see cref="Admit"/> returned it.</param>
    /// <param name="stored">Whether it is in the store now.</param>
    public void Admitted(string owner, JobStatus status, bool stored)
    {
        lock (_lock)
        {
            _admitting--;
            _version++;
            if (status == JobStatus.Queued) Enter(owner, -1);
            else if (!stored) Add(owner, status, -1);
        }
        if (status == JobStatus.Queued && stored) Move(owner, null, status);
        else if (!stored) Moved?.Invoke();
    }

    /// <summary>A job has come from one status to another.</summary>
    /// <param name="from">Null: it was not here before.</param>
    public void Move(string owner, JobStatus? from, JobStatus to)
    {
        if (from == to) return;
        lock (_lock)
        {
            if (from is { } before) Add(owner, before, -1);
            Add(owner, to, 1);
        }
        Moved?.Invoke();
    }

    /// <summary>Reserves room for jobs that wait, as many as may start.</summary>
    public int Reserve()
    {
        lock (_lock)
        {
            var room = Math.Max(0, Math.Min(AtOnce - _all.Running - _starting, _all.Waiting));
            _starting += room;
            return room;
        }
    }

    /// <summary>Gives reserved room back: those who started have moved.</summary>
    public void Release(int room)
    {
        lock (_lock) _starting -= room;
    }

    /// <summary>How many jobs there really are. What is counted here goes by what has been told, which comes a moment after it is in the store, and others may have been at the jobs.</summary>
    /// <param name="since">Only if this is still the <see cref="Version"/> and no job is being taken in; null: in any case.</param>
    public void Recount(IEnumerable<(string Owner, JobStatus Status, int Jobs)> counted, long? since)
    {
        lock (_lock)
        {
            if (since is { } version && (version != _version || _admitting > 0)) return;
            (_owners, _all) = (new Dictionary<string, Count>(StringComparer.Ordinal), default);
            foreach (var (owner, status, jobs) in counted) Add(owner, status, jobs);
        }
    }

    private void Enter(string owner, int jobs)
    {
        _allEntering += jobs;
        var entering = _entering.GetValueOrDefault(owner) + jobs;
        if (entering == 0) _entering.Remove(owner);
        else _entering[owner] = entering;
    }

    private void Add(string owner, JobStatus status, int jobs)
    {
        var change = status switch
        {
            JobStatus.Queued => new Count(jobs, 0),
            JobStatus.Running => new Count(0, jobs),
            _ => default,
        };
        _version++;
        var count = _owners.GetValueOrDefault(owner) + change;
        _all += change;
        if (count == default) _owners.Remove(owner);
        else _owners[owner] = count;
    }

    private readonly record struct Count(int Waiting, int Running)
    {
        public int Unfinished => Waiting + Running;

        public static Count operator +(Count one, Count other) => new(one.Waiting + other.Waiting, one.Running + other.Running);
    }
}
