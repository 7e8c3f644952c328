namespace Reelsmith.Hosting.Stages;

/// <summary>What somebody waits to see goes before the rest: the first scene of a film, and what is asked for by a request. Where few processors
/// are shared, other scenes pause meanwhile; where there are enough, nothing does.</summary>
public sealed class Precedence(TimeProvider time, int processors)
{
    // Drawing and encoding one scene keeps two processors busy.
    private const int EnoughForBoth = 4;

    /// <summary>Whatever takes longer goes on beside the rest: an engine that hangs must not hold up other films.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The next step of what went before is on its way: what waits does not start for so short a time.</summary>
    public static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(30);

    private readonly TimeProvider _time = time;
    private readonly Lock _lock = new();
    private int _going;
    private TaskCompletionSource _free = Completed();

    public Precedence(TimeProvider time)
        : this(time, Environment.ProcessorCount)
    {
    }

    /// <summary>Goes before the rest until it is disposed, and a moment longer.</summary>
    public IDisposable Take()
    {
        lock (_lock)
        {
            if (_going++ == 0 && processors < EnoughForBoth) _free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return new Turn(this);
    }

    /// <summary>Waits until nothing goes before.</summary>
    public Task GiveWay(CancellationToken cancellationToken) => Volatile.Read(ref _free).Task.WaitAsync(cancellationToken);

    private void Release()
    {
        lock (_lock)
        {
            if (--_going == 0) _free.TrySetResult();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private sealed class Turn : IDisposable
    {
        private readonly Precedence _precedence;
        private readonly ITimer _timer;
        private int _over;

        public Turn(Precedence precedence)
        {
            _precedence = precedence;
            _timer = precedence._time.CreateTimer(_ => End(), null, Longest, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _timer.Change(Lull, Timeout.InfiniteTimeSpan);

        private void End()
        {
            _timer.Dispose();
            if (Interlocked.Exchange(ref _over, 1) == 0) _precedence.Release();
        }
    }
}
