namespace Reelsmith.Composer.Sound;

internal static class Decibels
{
    /// <summary>Amplitude factor of a gain in dB.</summary>
    public static double ToGain(double decibels) => Math.Pow(10, decibels / 20);

    public static double OfGain(double gain) => 20 * Math.Log10(gain);
}
