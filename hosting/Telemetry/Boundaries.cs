using System.Diagnostics.Metrics;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>Between which values histograms count.</summary>
public static class Boundaries
{
    /// <summary>From a commit to a film of an hour.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = Of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 14400);

    /// <summary>Seconds of work for a second of video.</summary>
    public static InstrumentAdvice<double> Ratio { get; } = Of(0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 1, 1.5, 2.5, 5, 10, 25, 50, 100, 250);

    public static InstrumentAdvice<long> Together { get; } = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    private static InstrumentAdvice<double> Of(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };
}
