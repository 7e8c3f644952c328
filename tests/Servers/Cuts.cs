namespace Reelsmith.Tests.Servers;

/// <summary>Which messages of one direction end early, and where.</summary>
internal sealed class Cuts
{
    private readonly Lock _lock = new();
    private int _times;
    private long _after;

    public void Set(int times, long afterBytes)
    {
        lock (_lock) (_times, _after) = (times, afterBytes);
    }

    /// <summary>How many of the next bytes of a message may pass before the connection ends; null when they all do.</summary>
    /// <param name="passed">The message's bytes so far.</param>
    public int? Take(long passed, int next)
    {
        lock (_lock)
        {
            if (_times <= 0 || passed + next <= _after) return null;
            _times--;
            return (int)Math.Max(0, _after - passed);
        }
    }
}
