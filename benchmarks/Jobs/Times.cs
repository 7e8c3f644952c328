using System.Collections.Concurrent;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>How long something took, many times.</summary>
internal sealed class Times
{
    private readonly ConcurrentQueue<TimeSpan> _times = new();

    public string Middle => Quantile(0.5);

    public string Late => Quantile(0.99);

    public void Add(TimeSpan time) => _times.Enqueue(time);

    private string Quantile(double share)
    {
        var sorted = _times.Order().ToArray();
        return $"{sorted[(int)(share * (sorted.Length - 1))].TotalMilliseconds:0.0} ms";
    }
}
