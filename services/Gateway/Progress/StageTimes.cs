using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>What the pieces of a stage's work took together.</summary>
internal static class StageTimes
{
    /// <summary>Wall time is that during which at least one piece was in work: pieces that ran beside each other count once.</summary>
    public static (double WallSeconds, double CpuSeconds) Of(IEnumerable<WorkDone> work)
    {
        var (wall, cpu, until) = (0.0, 0.0, double.MinValue);
        foreach (var piece in work.Where(piece => !piece.Cost.Cached).OrderBy(piece => piece.At.UtcTicks - (piece.Cost.WallSeconds * TimeSpan.TicksPerSecond)))
        {
            var end = (double)piece.At.UtcTicks / TimeSpan.TicksPerSecond;
            var start = Math.Max(until, end - piece.Cost.WallSeconds);
            wall += Math.Max(0, end - start);
            until = Math.Max(until, end);
            cpu += piece.Cost.CpuSeconds;
        }
        return (wall, cpu);
    }
}
