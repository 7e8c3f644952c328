using Reelsmith.Contracts;

namespace Reelsmith.Video.Templates;

/// <summary>When the items of a points scene land.</summary>
internal static class PointsTiming
{
    /// <summary>Each four frames before its spoken word: that of <see cref="Point.SpokenAt"/>, else of its title, else an equal share of
    /// the scene. Never before the one before, never so late that it is not seen.</summary>
    public static IReadOnlyList<int> Starts(SceneSetting scene)
    {
        var points = scene.Visual.Points;
        var starts = new int[points.Count];
        var (first, last) = (scene.Pace.At(10), Math.Max(scene.Pace.At(10), scene.Drawing.Frames - scene.Pace.Length(24)));
        var spoken = points.Select(point => Spoken(scene, point)).ToArray();
        for (var i = 0; i < starts.Length; i++)
        {
            var share = first + (int)((last - first) * (double)i / points.Count);
            var wanted = spoken[i] is { } frame ? frame - scene.Pace.Length(4) : share;
            var earliest = i == 0 ? first : starts[i - 1] + scene.Pace.Length(8);
            // An item that is not spoken waits no longer than the next one that is.
            if (spoken[i] is null && spoken.Skip(i + 1).FirstOrDefault(next => next is not null) is { } later) wanted = Math.Min(wanted, later - scene.Pace.Length(20));
            starts[i] = Math.Max(earliest, Math.Min(wanted, last));
        }
        return starts;
    }

    private static int? Spoken(SceneSetting scene, Point point) =>
        (point.SpokenAt is { Length: > 0 } words ? scene.Cues.FrameOf(words) : null) ?? scene.Cues.FrameOf(point.Title);
}
