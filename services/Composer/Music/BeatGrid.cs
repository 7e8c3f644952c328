namespace Reelsmith.Composer.Music;

/// <summary>Fits whole beats between the moments of a film that music should meet: the tempo bends a little so that a bar begins
/// with the scene. Moments that would bend it too far are passed over.</summary>
internal static class BeatGrid
{
    private const double MostBend = 0.045;
    private const int FewestBeats = 4;

    /// <param name="Start">Seconds.</param>
    /// <param name="FirstBeat">Counted from the piece's first.</param>
    internal sealed record Span(double Start, double Seconds, int FirstBeat, int Beats)
    {
        public double SecondsPerBeat => Seconds / Beats;
    }

    /// <param name="moments">Rising, in seconds, after 0 and before <paramref name="end"/>.</param>
    public static IReadOnlyList<Span> Fit(IReadOnlyList<double> moments, double end, double secondsPerBeat)
    {
        double[] times = [0, .. moments.Where(m => m > 0 && m < end).Order(), end];
        var last = times.Length - 1;
        var cost = new double[times.Length];
        var from = new int[times.Length];
        for (var to = 1; to <= last; to++)
        {
            cost[to] = double.PositiveInfinity;
            for (var start = to - 1; start >= 0; start--)
            {
                var bend = Bend(times[to] - times[start], secondsPerBeat);
                var whole = start == 0 && to == last; // there must be some way through
                if (!whole && bend > MostBend) continue;
                var skipped = to - start - 1;
                var total = cost[start] + skipped + (bend * bend * 50) + (whole && bend > MostBend ? 1000 : 0);
                if (total >= cost[to]) continue;
                cost[to] = total;
                from[to] = start;
            }
        }
        var ends = new Stack<int>();
        for (var to = last; to > 0; to = from[to]) ends.Push(to);
        var spans = new List<Span>();
        var beat = 0;
        foreach (var to in ends)
        {
            var seconds = times[to] - times[from[to]];
            var beats = Beats(seconds, secondsPerBeat);
            spans.Add(new Span(times[from[to]], seconds, beat, beats));
            beat += beats;
        }
        return spans;
    }

    private static int Beats(double seconds, double secondsPerBeat) => Math.Max(1, (int)Math.Round(seconds / secondsPerBeat));

    private static double Bend(double seconds, double secondsPerBeat)
    {
        var beats = Beats(seconds, secondsPerBeat);
        return beats < FewestBeats ? double.PositiveInfinity : Math.Abs((beats * secondsPerBeat / seconds) - 1);
    }
}
