namespace Reelsmith.Composer.Quality;

/// <summary>A stretch of the film, in seconds.</summary>
internal sealed record TimeRange(double Start, double End)
{
    public double Length => End - Start;
}
