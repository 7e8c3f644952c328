namespace Reelsmith.Composer.Sound;

/// <summary>How far the music steps back for the voice: down before a phrase begins, held through its short pauses, up again
/// slowly after it. Made from the voice's energy, looking ahead, so it never lags and is the same every time.</summary>
internal sealed class Ducking
{
    /// <summary>Samples to a value of the voice's energy and to a step of the gain: 10 ms.</summary>
    public const int HopSamples = 480;

    private const double DepthDb = -13;
    private const double SpeakingUnderLoudestDb = -34;
    private const int AheadHops = 30;
    private const int HoldHops = 45;
    private const int LongestPauseHops = 120; // a shorter rise would pump
    private const int SmoothingHops = 40;

    private readonly float[] _gains;

    /// <param name="powers">Mean square of the voice in every hop of the film.</param>
    public Ducking(IReadOnlyList<float> powers)
    {
        var speaking = Speaking(powers);
        SpeakingHops = speaking.Count(s => s);
        _gains = [.. Smoothed(Smoothed(Held(speaking))).Select(depth => (float)Decibels.ToGain(DepthDb * depth)), 1f];
    }

    public int SpeakingHops { get; }

    /// <summary>Gain of the music at a sample of the film, between the steps on a line.</summary>
    public float GainAt(long sample)
    {
        var hop = (int)Math.Min(sample / HopSamples, _gains.Length - 2);
        if (hop < 0) return 1;
        var part = (sample - ((long)hop * HopSamples)) / (float)HopSamples;
        return _gains[hop] + ((_gains[hop + 1] - _gains[hop]) * Math.Min(part, 1));
    }

    private static bool[] Speaking(IReadOnlyList<float> powers)
    {
        var loudest = powers.Count == 0 ? 0 : powers.Max();
        var threshold = Math.Max(loudest * Math.Pow(10, SpeakingUnderLoudestDb / 10), 1e-8);
        return [.. powers.Select(p => p > threshold)];
    }

    private static float[] Held(bool[] speaking)
    {
        var held = new float[speaking.Length];
        var last = -1;
        for (var i = 0; i < speaking.Length; i++)
        {
            if (!speaking[i]) continue;
            var pause = last >= 0 && i - last <= LongestPauseHops;
            Fill(pause ? last : i - AheadHops, i + 1);
            if (i + 1 == speaking.Length || !speaking[i + 1]) Fill(i, i + HoldHops);
            last = i;
        }
        return held;

        void Fill(int from, int to) => held.AsSpan(Math.Max(from, 0)..Math.Min(to, held.Length)).Fill(1);
    }

    // The mean over a window around each step; the ends are continued.
    private static float[] Smoothed(float[] values)
    {
        var sums = new double[values.Length + 1];
        for (var i = 0; i < values.Length; i++) sums[i + 1] = sums[i] + values[i];
        var smooth = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var from = i - (SmoothingHops / 2);
            var to = from + SmoothingHops;
            var before = Math.Max(0, -from) * (double)values[0];
            var after = Math.Max(0, to - values.Length) * (double)values[^1];
            smooth[i] = (float)((before + sums[Math.Min(to, values.Length)] - sums[Math.Max(from, 0)] + after) / SmoothingHops);
        }
        return smooth;
    }
}
