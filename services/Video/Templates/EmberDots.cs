using Reelsmith.Video.Themes;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>The small discs that embers are drawn with.</summary>
internal static class EmberDots
{
    private static readonly float[] Radii = [2.6f, 4, 5.5f, 7];

    public static SKImage[] Of(Composition composition, Palette palette) => [.. palette.Blobs.SelectMany(colour => Radii.Select(radius =>
        composition.Rasterise(new SKRect(0, 0, 2 * radius + 2, 2 * radius + 2), canvas =>
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawCircle(radius + 1, radius + 1, radius, paint);
        }).Image))];
}
