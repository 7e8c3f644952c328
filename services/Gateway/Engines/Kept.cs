namespace Reelsmith.Gateway.Engines;

/// <summary>An answer that is kept for a while. Whoever asks while it is being found shares that; a failure is not kept.</summary>
internal sealed class Kept<T>(Func<Task<T>> find, TimeSpan age, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<T>? _found;
    private long _at;

    /// <param name="cancellationToken">Ends the waiting of this caller, not the finding.</param>
    public Task<T> Get(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_found is null || _found.IsFaulted || _found.IsCanceled || (_found.IsCompleted && time.GetElapsedTime(_at) >= age)) (_found, _at) = (Task.Run(find), time.GetTimestamp());
            return _found.WaitAsync(cancellationToken);
        }
    }
}
