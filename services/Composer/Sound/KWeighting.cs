namespace Reelsmith.Composer.Sound;

/// <summary>The K-weighting filter of ITU-R BS.1770-4 at 48 kHz, tables 1 and 2: a high shelf, then a high pass.</summary>
internal sealed class KWeighting
{
    private double _a1, _a2, _b1, _b2;

    public double Next(double sample)
    {
        // direct form II transposed
        var shelf = (1.53512485958697 * sample) + _a1;
        _a1 = (-2.69169618940638 * sample) + (1.69065929318241 * shelf) + _a2;
        _a2 = (1.19839281085285 * sample) - (0.73248077421585 * shelf);
        var high = shelf + _b1;
        _b1 = (-2 * shelf) + (1.99004745483398 * high) + _b2;
        _b2 = shelf - (0.99007225036621 * high);
        return high;
    }
}
