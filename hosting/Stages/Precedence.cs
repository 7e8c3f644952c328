namespace Reelsmith.Hosting.Stages;

/// <summary>What somebody waits to see goes before the rest: the first scene of a film, and what is asked for by a request. Where few processors
/// are shared, other scenes pause meanwhile; where there are enough, nothing does.</summary>
public sealed class Precedence(int processors)
{
    // Drawing and encoding one scene keeps two processors busy.
    private const int EnoughForBoth = 4;

    private readonly Lock _lock = new();
    private int _going;
    private TaskCompletionSource _free = Completed();

    public Precedence()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>Goes before the rest until it is disposed.</summary>
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

    private sealed class Turn(Precedence precedence) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) precedence.Release();
        }
    }
}
