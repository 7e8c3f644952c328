namespace Reelsmith.Composer.Sound;

/// <summary>Integrated loudness of a stereo programme at 48 kHz (ITU-R BS.1770-4: K-weighting, blocks of 400 ms that overlap
/// by 75 %, gates at −70 LUFS and 10 LU under the ungated mean).</summary>
internal sealed class LoudnessMeter
{
    private const int HopSamples = 4_800;
    private const int HopsPerBlock = 4;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;

    private readonly List<double> _hopPowers = [];
    private readonly KWeighting _left = new();
    private readonly KWeighting _right = new();
    private double _power;
    private int _inHop;

    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var l = _left.Next(left[i]);
            var r = _right.Next(right[i]);
            _power += (l * l) + (r * r);
            if (++_inHop < HopSamples) continue;
            _hopPowers.Add(_power / HopSamples);
            _power = 0;
            _inHop = 0;
        }
    }

    /// <summary>LUFS; −∞ for silence or less than 400 ms.</summary>
    public double Integrated()
    {
        var blocks = new List<double>();
        for (var i = 0; i + HopsPerBlock <= _hopPowers.Count; i++)
        {
            var power = (_hopPowers[i] + _hopPowers[i + 1] + _hopPowers[i + 2] + _hopPowers[i + 3]) / HopsPerBlock;
            if (Loudness(power) > AbsoluteGate) blocks.Add(power);
        }
        if (blocks.Count == 0) return double.NegativeInfinity;
        var gate = Loudness(blocks.Average()) + RelativeGate;
        return Loudness(blocks.Where(p => Loudness(p) > gate).Average());
    }

    private static double Loudness(double power) => -0.691 + (10 * Math.Log10(power));
}
