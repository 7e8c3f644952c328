using System.Globalization;

namespace Reelsmith.Composer.Quality;

/// <summary>Reads the stretches that FFmpeg's detecting filters wrote with the metadata filter (ffmpeg-filters(1), metadata, mode print).</summary>
internal static class DetectedRanges
{
    /// <param name="printed">Lines such as <c>lavfi.black_start=1.5</c>.</param>
    /// <param name="end">Where a stretch ends that reaches to the film's end: the filters never say so.</param>
    public static IReadOnlyList<TimeRange> Of(string printed, string startKey, string endKey, double end)
    {
        var ranges = new List<TimeRange>();
        double? open = null;
        foreach (var line in printed.Split('\n'))
        {
            if (Value(line, startKey) is { } start)
            {
                open = start;
            }
            else if (Value(line, endKey) is { } stop && open is { } from)
            {
                ranges.Add(new TimeRange(from, stop));
                open = null;
            }
        }
        if (open is { } last) ranges.Add(new TimeRange(last, end));
        return ranges;
    }

    private static double? Value(string line, string key) =>
        line.StartsWith(key + "=", StringComparison.Ordinal) && double.TryParse(line.AsSpan(key.Length + 1), CultureInfo.InvariantCulture, out var value) ? value : null;
}
