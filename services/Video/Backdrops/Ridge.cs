using SkiaSharp;

namespace Reelsmith.Video.Backdrops;

/// <summary>The crest of a hill: two sines over a base line. Design pixels.</summary>
/// <param name="Length">Of one wave of frequency 1.</param>
internal sealed record Ridge(float Base, float Amplitude, double First, double Second, double FirstPhase, double SecondPhase, float Length = 1920)
{
    private const float Step = 20;

    public float Y(float x) => (float)(Base
        + Amplitude * Math.Sin(2 * Math.PI * First * x / Length + FirstPhase)
        + Amplitude / 2.4 * Math.Sin(2 * Math.PI * Second * x / Length + SecondPhase));

    /// <summary>Lowest and highest points, as heights of the frame.</summary>
    public float Top => Base - Amplitude * 1.42f;

    public float Bottom => Base + Amplitude * 1.42f;

    /// <summary>The greatest y, that is the lowest crest, between two places.</summary>
    public float LowestBetween(float left, float right)
    {
        var lowest = float.MinValue;
        for (var x = left; x <= right; x += 4) lowest = Math.Max(lowest, Y(x));
        return lowest;
    }

    public SKPath Crest(float left, float right)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(left, Y(left));
        for (var x = left + Step; x < right + Step; x += Step) path.LineTo(x, Y(x));
        return path.Detach();
    }

    /// <summary>The crest closed at a height: below it a hill, above it a ceiling.</summary>
    public SKPath ClosedAt(float left, float right, float edge)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(left, edge);
        for (var x = left; x < right + Step; x += Step) path.LineTo(x, Y(x));
        path.LineTo(right + Step, edge);
        path.Close();
        return path.Detach();
    }
}
