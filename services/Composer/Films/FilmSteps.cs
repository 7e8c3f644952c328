namespace Reelsmith.Composer.Films;

/// <summary>How far the film is when a step is done, from each step's usual share of the time.</summary>
internal static class FilmSteps
{
    public const double Music = 0.3;
    public const double Measured = 0.5;
    public const double Muxed = 0.75;
    public const double Checked = 0.95;

    /// <summary>While the film is written.</summary>
    public static double Written(long samples, long all) => Measured + ((Muxed - Measured) * samples / all);
}
