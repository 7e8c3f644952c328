using System.Threading.Channels;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Timing;

namespace Reelsmith.Gateway.Progress;

/// <summary>What is known of one job right now, and who wants to know.</summary>
internal sealed class ProgressBoard
{
    private const double EnoughToGoBy = 0.03;
    private const int LongestHeadline = 60;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<(string Stage, int? Scene), double> _running = [];
    private readonly List<Channel<bool>> _watchers = [];
    private readonly List<JobEvent> _events = [];
    private TaskCompletionSource _happened = NewSignal();
    private Job _job;
    private Job _before;
    private long _started;
    private double _fractionBefore;
    private double _fraction;
    private Failure? _fault;
    private JobSnapshot? _snapshot;
    private int? _position;

    /// <param name="job">The job when this process took it up: what it had then does not count as this run's work.</param>
    /// <param name="told">Whether this process learns of every change by itself: it alone carries the job on.</param>
    public ProgressBoard(Job job, TimeProvider time, bool told)
    {
        (_job, _before, _time, IsTold) = (job, job, time, told);
        Restart(job);
    }

    /// <summary>Whether every change comes here by itself; otherwise the log has to be looked at now and then.</summary>
    public bool IsTold { get; private set; }

    /// <summary>The job as this board knows it.</summary>
    public Job Job
    {
        get
        {
            lock (_lock) return _job;
        }
    }

    /// <summary>Why the job cannot be carried on in this process, whatever its log says; it can be taken up anew.</summary>
    public Failure? Fault => Volatile.Read(ref _fault);

    public JobStatus Status
    {
        get
        {
            lock (_lock) return _job.Status;
        }
    }

    /// <summary>The job is taken up: what it has now is not this run's work.</summary>
    public void TakeUp(Job job)
    {
        lock (_lock)
        {
            IsTold = true;
            Show(job, null);
            Restart(_job);
        }
        Wake();
    }

    /// <param name="happened">The event that led to this version; null when the job was read anew.</param>
    public void Update(Job job, JobEvent? happened)
    {
        lock (_lock) Show(job, happened);
        Wake();
    }

    public void Report(StageProgressed progress)
    {
        lock (_lock)
        {
            var work = (progress.Stage, progress.Scene);
            _running[work] = Math.Max(progress.Fraction, _running.GetValueOrDefault(work));
            _snapshot = null;
        }
        Wake();
    }

    public void Fail(Failure failure)
    {
        lock (_lock) _fault ??= failure;
        Wake();
    }

    /// <summary>How many jobs start before this one, now.</summary>
    public void Move(int? position)
    {
        lock (_lock)
        {
            if (_position == position) return;
            _position = position;
            _snapshot = null;
        }
        Wake();
    }

    /// <summary>The events after a version, and the job as it is after them; null when they go back further than this board does.</summary>
    public IReadOnlyList<JobEvent>? EventsAfter(int version, out JobSnapshot snapshot)
    {
        lock (_lock)
        {
            snapshot = Snapshot();
            var first = _job.Version - _events.Count;
            return version < first ? null : [.. _events.Skip(version - first)];
        }
    }

    /// <summary>Completes when the job has come beyond a version.</summary>
    public Task Happened(int version)
    {
        lock (_lock) return _job.Version > version ? Task.CompletedTask : _happened.Task;
    }

    /// <summary>A channel that gets an item when something has changed; changes in between are merged.</summary>
    public Channel<bool> Watch()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        channel.Writer.TryWrite(true);
        lock (_lock) _watchers.Add(channel);
        return channel;
    }

    public void Unwatch(Channel<bool> channel)
    {
        lock (_lock) _watchers.Remove(channel);
    }

    public bool IsWatched
    {
        get
        {
            lock (_lock) return _watchers.Count > 0;
        }
    }

    public JobSnapshot Snapshot()
    {
        lock (_lock) return _snapshot ??= Take();
    }

    private JobSnapshot Take()
    {
        _fraction = Math.Max(_fraction, ProgressEstimate.Fraction(_job, _running));
        var elapsed = _time.GetElapsedTime(_started);
        var gone = _fraction - _fractionBefore;
        TimeSpan? left = gone > EnoughToGoBy ? elapsed * ((1 - _fraction) / gone) : null;
        return new JobSnapshot(_job.Id, _job.Version, _job.Revision, _job.Status, _job.Storyboard?.Title, _fraction, _job.Status == JobStatus.Queued ? _position : null, left, elapsed,
            Stages(), Scenes(), _job.Files, _job.Request.Format, _job.Failure);
    }

    private void Show(Job job, JobEvent? happened)
    {
        if (job.Version <= _job.Version) return;
        if (happened is null || job.Version > _job.Version + 1) _events.Clear();
        else _events.Add(happened);
        var revised = job.Revision != _job.Revision;
        var starts = _job.StartedAt is null && job.StartedAt is not null;
        _job = job;
        _snapshot = null;
        if (revised || starts) Restart(job);
        _happened.SetResult();
        _happened = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Restart(Job job)
    {
        _before = job;
        _started = _time.GetTimestamp();
        _fault = null;
        _running.Clear();
        _fraction = _fractionBefore = ProgressEstimate.Fraction(job, _running);
        _snapshot = null;
    }

    private IReadOnlyList<StageSnapshot> Stages()
    {
        var scenes = _job.Storyboard?.Scenes.Count ?? 0;
        var narrated = Enumerable.Range(0, scenes).Sum(n => ProgressEstimate.Narrated(_job, _running, n));
        var rendered = Enumerable.Range(0, scenes).Sum(n => ProgressEstimate.Rendered(_job, _running, n));
        return
        [
            Stage(StageName.Script, Count(_job.Script), 1, _job.Script is null ? ProgressEstimate.Part(_running, StageName.Script, null) : 1, New(_before.Script, _job.Script)),
            Stage(StageName.Speech, _job.Narrated.Count, scenes, scenes == 0 ? 0 : narrated / scenes, _job.Narrated.Where(s => !_before.Narrated.ContainsKey(s.Key)).Select(s => s.Value.Work)),
            Stage(StageName.Video, _job.Rendered.Count, scenes, scenes == 0 ? 0 : rendered / scenes, _job.Rendered.Where(s => !_before.Rendered.ContainsKey(s.Key)).Select(s => s.Value.Work)),
            Stage(StageName.Composer, Count(_job.Composition), 1, _job.Composition is null ? ProgressEstimate.Part(_running, StageName.Composer, null) : 1, New(_before.Composition, _job.Composition)),
        ];
    }

    private IReadOnlyList<SceneSnapshot> Scenes() => _job.Storyboard is not { } storyboard ? [] : [.. storyboard.Scenes.Select((scene, n) =>
    {
        _job.Narrated.TryGetValue(n, out var narrated);
        _job.Rendered.TryGetValue(n, out var rendered);
        int? frames = narrated is null ? null : SceneTiming.Of(storyboard, n, narrated.Narration.Samples, _job.Request.Format).Frames;
        return new SceneSnapshot(n, HeadlineOf(scene), ProgressEstimate.Narrated(_job, _running, n), ProgressEstimate.Rendered(_job, _running, n), frames,
            _before.Narrated.ContainsKey(n) ? null : narrated?.Work.Cost, _before.Rendered.ContainsKey(n) ? null : rendered?.Work.Cost);
    })];

    private static string HeadlineOf(Scene scene)
    {
        var text = scene.Visual.Headline ?? scene.Narration;
        return text.Length <= LongestHeadline ? text : $"{text[..LongestHeadline]}…";
    }

    private static StageSnapshot Stage(string name, int done, int total, double fraction, IEnumerable<WorkDone> work)
    {
        var (wall, cpu) = StageTimes.Of(work);
        return new StageSnapshot(name, done, total, fraction, wall, cpu);
    }

    private static int Count(WorkDone? work) => work is null ? 0 : 1;

    private static WorkDone[] New(WorkDone? before, WorkDone? now) => before is null && now is not null ? [now] : [];

    private void Wake()
    {
        lock (_lock)
        {
            foreach (var watcher in _watchers) watcher.Writer.TryWrite(true);
        }
    }
}
