using SkiaSharp;

namespace Reelsmith.Video.Themes;

/// <summary>Contrast as WCAG 2 defines it.</summary>
internal static class Contrast
{
    public const double Text = 4.5, Display = 3.0, Caption = 7.0;

    /// <summary>Relative luminance, 0 to 1.</summary>
    public static double Luminance(SKColor colour) => .2126 * Oklch.Linear(colour.Red) + .7152 * Oklch.Linear(colour.Green) + .0722 * Oklch.Linear(colour.Blue);

    public static double Ratio(double one, double other) => (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);

    public static double Ratio(SKColor one, SKColor other) => Ratio(Luminance(one), Luminance(other));

    /// <summary>The luminance that 99 of 100 pixels of a rectangle do not exceed.</summary>
    public static double BrightestBehind(SKBitmap picture, SKRectI box)
    {
        var area = SKRectI.Intersect(box, SKRectI.Create(0, 0, picture.Width, picture.Height));
        if (area.Width <= 0 || area.Height <= 0) return 0;
        var step = Math.Max(1, (int)Math.Sqrt(area.Width * (double)area.Height / 20_000));
        var luminances = new List<double>();
        for (var y = area.Top; y < area.Bottom; y += step)
            for (var x = area.Left; x < area.Right; x += step) luminances.Add(Luminance(picture.GetPixel(x, y)));
        luminances.Sort();
        return luminances[Math.Min(luminances.Count - 1, (int)(luminances.Count * .99))];
    }
}
