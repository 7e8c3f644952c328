using System.Runtime.Intrinsics;

namespace Reelsmith.Composer.Sound;

/// <summary>Keeps the true peak of a stereo signal under a ceiling: peaks between samples are found by fourfold oversampling
/// (ITU-R BS.1770-4, annex 2), the gain falls ahead of them along a smooth curve and comes back slowly.</summary>
/// <param name="ceiling">Largest amplitude that may leave.</param>
internal sealed class TruePeakLimiter(double ceiling)
{
    private const int Taps = 12;
    private const int Window = 240; // 5 ms
    private const int Mask = 511; // the delay lines are rings of 512

    /// <summary>Samples by which the output is late.</summary>
    public const int Latency = Window - 1 + (Taps / 2);

    private static readonly double Release = Math.Exp(-1 / (0.090 * 48_000));
    private static readonly float[][] Phases = InterpolationPhases();

    private readonly float[] _left = new float[512];
    private readonly float[] _right = new float[512];
    private readonly float[] _recent = new float[2 * 2 * Taps]; // each channel's last samples twice in a row, to be read without wrapping
    private readonly double[] _wanted = new double[512];
    private readonly int[] _minima = new int[512]; // a queue of rising candidates for the smallest gain in the window
    private readonly double[] _smoothed = new double[Window];
    private int _firstMinimum, _pastMinimum;
    private double _gain = 1;
    private double _sum = Window;
    private int _time;
    private bool _filled;

    public void Apply(Span<float> left, Span<float> right)
    {
        if (!_filled)
        {
            Array.Fill(_smoothed, 1);
            Array.Fill(_wanted, 1);
            _filled = true;
        }
        for (var i = 0; i < left.Length; i++)
        {
            var slot = _time & Mask;
            _left[slot] = left[i];
            _right[slot] = right[i];
            var gain = GainFor(PeakAround(left[i], right[i]));
            var late = (_time - Latency) & Mask;
            left[i] = (float)(_left[late] * gain);
            right[i] = (float)(_right[late] * gain);
            _time++;
        }
    }

    private double PeakAround(float left, float right)
    {
        var at = _time % Taps;
        _recent[at] = _recent[at + Taps] = left;
        _recent[at + (2 * Taps)] = _recent[at + (3 * Taps)] = right;
        return Math.Max(Peak(_recent.AsSpan(at + 1, Taps)), Peak(_recent.AsSpan((2 * Taps) + at + 1, Taps)));
    }

    private static float Peak(ReadOnlySpan<float> window)
    {
        var a = Vector128.Create(window[..4]);
        var b = Vector128.Create(window.Slice(4, 4));
        var c = Vector128.Create(window.Slice(8, 4));
        var peak = Math.Max(Math.Abs(window[(Taps / 2) - 1]), Math.Abs(window[Taps / 2]));
        foreach (var taps in Phases)
        {
            var sum = (a * Vector128.Create(taps.AsSpan(0, 4))) + (b * Vector128.Create(taps.AsSpan(4, 4))) + (c * Vector128.Create(taps.AsSpan(8, 4)));
            peak = Math.Max(peak, Math.Abs(Vector128.Sum(sum)));
        }
        return peak;
    }

    private double GainFor(double peak)
    {
        var wanted = peak > ceiling ? ceiling / peak : 1;
        _wanted[_time & Mask] = wanted;
        while (_pastMinimum > _firstMinimum && _wanted[_minima[(_pastMinimum - 1) & Mask] & Mask] >= wanted) _pastMinimum--;
        _minima[_pastMinimum++ & Mask] = _time;
        if (_minima[_firstMinimum & Mask] <= _time - Window) _firstMinimum++;
        var least = _wanted[_minima[_firstMinimum & Mask] & Mask];
        _gain = least < _gain ? least : 1 - ((1 - _gain) * Release) < least ? 1 - ((1 - _gain) * Release) : least;
        var slot = _time % Window;
        _sum += _gain - _smoothed[slot];
        _smoothed[slot] = _gain;
        return _sum / Window;
    }

    // A windowed sinc: phases at a quarter, a half and three quarters of a sample after the window's sixth.
    private static float[][] InterpolationPhases()
    {
        var phases = new float[3][];
        for (var phase = 1; phase <= 3; phase++)
        {
            var taps = new double[Taps];
            for (var i = 0; i < Taps; i++)
            {
                var x = i - ((Taps / 2) - 1) - (phase / 4.0);
                var window = Math.Pow(Math.Cos(Math.PI * x / (Taps + 1)), 2);
                taps[i] = (Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x)) * window;
            }
            var sum = taps.Sum();
            phases[phase - 1] = [.. taps.Select(t => (float)(t / sum))];
        }
        return phases;
    }
}
