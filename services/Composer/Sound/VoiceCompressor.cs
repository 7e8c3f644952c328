namespace Reelsmith.Composer.Sound;

/// <summary>Evens the voice out, so that the film's loudness can be reached without the limiter working hard: a feed-forward
/// compressor with a soft knee (Giannoulis et al., "Digital Dynamic Range Compressor Design", JAES 2012, smooth decoupled detector).</summary>
internal sealed class VoiceCompressor
{
    private const double ThresholdDb = -24;
    private const double Ratio = 2.5;
    private const double KneeDb = 10;
    private const int StepSamples = 16; // the gain moves on a line over a third of a millisecond; logarithms are dear

    /// <summary>Level of the voice before it, in LUFS, for which the threshold is made.</summary>
    public const double ReferenceLoudness = -20;

    private static readonly double Attack = Math.Exp(-1 / (0.006 * 48_000));
    private static readonly double Release = Math.Exp(-1 / (0.140 * 48_000));

    private static readonly double QuietAmplitude = Decibels.ToGain(ThresholdDb - (KneeDb / 2));

    private double _peak;
    private double _level;
    private double _gain = 1;
    private double _step;
    private int _inStep;

    public void Apply(Span<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var x = Math.Abs((double)samples[i]);
            _peak = Math.Max(x, Release * _peak);
            _level = (Attack * _level) + ((1 - Attack) * _peak);
            if (_inStep == 0) _step = (GainOf(_level) - _gain) / StepSamples;
            _inStep = (_inStep + 1) % StepSamples;
            _gain += _step;
            samples[i] *= (float)_gain;
        }
    }

    private static double GainOf(double level)
    {
        if (level < QuietAmplitude) return 1;
        var over = Decibels.OfGain(level) - ThresholdDb;
        var slope = (1 / Ratio) - 1;
        var gain = over >= KneeDb / 2 ? slope * over : slope * Math.Pow(over + (KneeDb / 2), 2) / (2 * KneeDb);
        return Decibels.ToGain(gain);
    }
}
