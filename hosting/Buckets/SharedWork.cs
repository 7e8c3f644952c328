namespace Reelsmith.Hosting.Buckets;

/// <summary>Work that several wait for is done once. It stops when nobody waits for it any more.</summary>
internal sealed class SharedWork<T>
{
    private readonly Dictionary<string, Work> _going = new(StringComparer.Ordinal);

    public async Task<T> Get(string name, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Work work;
        lock (_going)
        {
            if (!_going.TryGetValue(name, out work!))
            {
                work = _going[name] = new Work();
                work.Result = Task.Run(() => Run(name, work, make), CancellationToken.None);
            }
            work.Waiting++;
        }
        try
        {
            return await work.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_going)
            {
                if (--work.Waiting == 0 && Forget(name, work)) work.Stop.Cancel();
            }
        }
    }

    private async Task<T> Run(string name, Work work, Func<CancellationToken, Task<T>> make)
    {
        try
        {
            return await make(work.Stop.Token);
        }
        finally
        {
            lock (_going) Forget(name, work);
        }
    }

    // Whoever comes after a cancelled or finished one begins anew.
    private bool Forget(string name, Work work) => _going.TryGetValue(name, out var current) && current == work && _going.Remove(name);

    private sealed class Work
    {
        public CancellationTokenSource Stop { get; } = new(); // without a timer: nothing to dispose of

        public Task<T> Result { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
