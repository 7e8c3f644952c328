namespace Reelsmith.Hosting.Buckets;

/// <summary>Waits a little longer before every further try, until it was tried long enough.</summary>
internal sealed class Backoff(TimeSpan patience)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private long _since = TimeProvider.System.GetTimestamp();
    private TimeSpan _delay = Shortest;

    /// <summary>Something came through: the time begins anew.</summary>
    public void Progress() => (_since, _delay) = (TimeProvider.System.GetTimestamp(), Shortest);

    /// <returns>False: it was tried long enough.</returns>
    public async Task<bool> TryAgain(CancellationToken cancellationToken)
    {
        var wait = _delay * (0.5 + Random.Shared.NextDouble());
        if (TimeProvider.System.GetElapsedTime(_since) + wait > patience) return false;
        _delay = TimeSpan.FromTicks(Math.Min((_delay * 2).Ticks, Longest.Ticks));
        await Task.Delay(wait, TimeProvider.System, cancellationToken);
        return true;
    }
}
